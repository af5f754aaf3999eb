//! What somebody typed while their sign-in ended: sealed into the page for signing in, and given back to the
//! same account. Nothing of it is stored; the key is the installation's, so a restart loses nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use form_urlencoded::Serializer;
use jiff::SignedDuration;

use crate::Service;
use domain::id::AccountId;
use seal::text;

/// The most bytes of names and values that a page carries.
const MOST: usize = 64 << 10;
/// The largest form of a sign-in that carries one: sealed, and written in letters.
pub const MOST_SEALED: usize = MOST * 2;
/// How long it may lie in a page.
const LONGEST: SignedDuration = SignedDuration::from_hours(16);
/// Letters of each half of a form's token: 128 bits.
const HALF: usize = 32;

/// A form that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// The path to which it was sent.
    pub to: String,
    /// Its fields, in order, without its token and without what is secret.
    pub fields: Vec<(String, String)>,
    /// The field in which a file was chosen, to be chosen again.
    pub file: Option<String>,
    /// Whether nothing secret was left out: it may be sent as it is.
    pub is_whole: bool,
}

impl Service {
    /// The token that the forms of a signed-in browser carry: its first half is of the browser's cookie, its
    /// second half of the account.
    #[must_use]
    pub fn form_token(&self, secret: &str, account: Option<AccountId>) -> String {
        self.of_sign_in(secret) + &self.of_account(account)
    }

    fn of_sign_in(&self, secret: &str) -> String {
        let whole = self.keys.token("office-form", &[secret.as_bytes()]);
        whole.to_string().chars().take(HALF).collect()
    }

    fn of_account(&self, account: Option<AccountId>) -> String {
        let account = account.map_or(0, |AccountId(account)| account);
        let whole = self.keys.token("account-form", &[&account.to_be_bytes()]);
        whole.to_string().chars().take(HALF).collect()
    }

    /// Whether a form's token belongs to this cookie.
    #[must_use]
    pub fn form_token_agrees(&self, secret: &str, token: &str) -> bool {
        token
            .get(..HALF)
            .is_some_and(|half| agree(half, &self.of_sign_in(secret)))
    }

    /// Whether a form was drawn for this account, in whichever of its sign-ins.
    #[must_use]
    pub fn form_is_of(&self, account: Option<AccountId>, token: &str) -> bool {
        token
            .get(HALF..)
            .is_some_and(|half| account.is_some() && agree(half, &self.of_account(account)))
    }

    /// Seals a form for whoever's token it carried; none where it is too large, or there is no such token.
    #[must_use]
    pub fn keep_form(&self, token: &str, form: &KeptForm) -> Option<String> {
        let whose = token.get(HALF..).filter(|half| half.len() == HALF)?;
        let sizes = form
            .fields
            .iter()
            .map(|(name, value)| name.len() + value.len());
        if sizes.sum::<usize>() > MOST {
            return None;
        }
        let mut written = Serializer::new(String::new());
        written.append_pair("at", &self.clock.now().as_millisecond().to_string());
        written.append_pair("to", &form.to);
        written.append_pair("file", form.file.as_deref().unwrap_or_default());
        written.append_pair("whole", if form.is_whole { "yes" } else { "no" });
        written.extend_pairs(&form.fields);
        let drawn = self.random.bytes().ok()?;
        let sealed = text::seal(
            self.key_of_forms(),
            drawn,
            whose.as_bytes(),
            written.finish().as_bytes(),
        );
        Some(URL_SAFE_NO_PAD.encode(sealed.ok()?))
    }

    fn key_of_forms(&self) -> [u8; 32] {
        self.keys.token("kept-form", &[]).0
    }

    /// The form of this account; none where it is another's, or too old, or not as it was.
    #[must_use]
    pub fn find_kept_form(&self, account: AccountId, sealed: &str) -> Option<KeptForm> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let whose = self.of_account(Some(account));
        let opened = text::open(self.key_of_forms(), whose.as_bytes(), &sealed).ok()?;
        let mut pairs = form_urlencoded::parse(&opened).into_owned();
        let mut head = || pairs.next().map(|(_, value)| value);
        let (at, to, file, whole) = (head()?, head()?, head()?, head()?);
        let age = self
            .clock
            .now()
            .as_millisecond()
            .saturating_sub(at.parse().ok()?);
        (0..=i64::try_from(LONGEST.as_millis()).ok()?)
            .contains(&age)
            .then(|| KeptForm {
                to,
                fields: pairs.collect(),
                file: (!file.is_empty()).then_some(file),
                is_whole: whole == "yes",
            })
    }
}

/// Compares in constant time.
fn agree(one: &str, other: &str) -> bool {
    subtle::ConstantTimeEq::ct_eq(one.as_bytes(), other.as_bytes()).into()
}
