//! One line of the route table: a method, an address, who may ask, and the handler. The role on a line is
//! not told but enforced: no route comes into the router without passing [`Route::guarded`].

use std::borrow::Cow;

use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, patch, post};
use axum::{Router, middleware};

use super::visitor::App;
use super::{detached, gate, public_turn};
use domain::access::Action;
use domain::access::line::LineContent;
use domain::access::ownership::NeededActions;
use service::files::FileKind;

/// Who may ask for a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteRole {
    /// Everybody, at once: whoever votes, signs in or stands before a screen of the hall.
    Everybody,
    /// Everybody, at the pace of the public: however large a crowd reads, voters and officers find a
    /// reader of the database free.
    Public,
    /// Everybody, and the same for everybody: made once for each state of the record, at the pace of the
    /// public, and kept.
    Published,
    /// Whoever holds a slip.
    Voter,
    /// Anybody signed in, about themselves.
    Staff,
    /// The roles of an action, in the congress concerned.
    May(Action),
    /// The roles of an action, wherever they hold it: what the address names is the same everywhere.
    Anywhere(Action),
    /// Whoever holds an officer's device.
    Officer,
    /// The roles of either action, in the congress concerned.
    OneOf(Action, Action),
    /// Where a thing may be the prefecture's: the roles of the first action where it is a congress's, of
    /// the second where it is the prefecture's.
    Either(Action, Action),
    /// The roles of the action that the kind of file in the address asks for.
    OfKind,
}

impl RouteRole {
    /// What the gate asks of whoever is signed in; nothing where being known is enough, or where a kind of
    /// file says it.
    #[must_use]
    pub fn needs(self) -> Option<NeededActions> {
        let both = |actions| NeededActions {
            here: actions,
            there: actions,
        };
        match self {
            Self::Everybody
            | Self::Public
            | Self::Published
            | Self::Voter
            | Self::Officer
            | Self::Staff
            | Self::OfKind => None,
            Self::May(action) | Self::Anywhere(action) => Some(both([action; 2])),
            Self::OneOf(one, other) => Some(both([one, other])),
            Self::Either(here, there) => Some(NeededActions {
                here: [here; 2],
                there: [there; 2],
            }),
        }
    }

    /// Whether only somebody signed in is let in.
    #[must_use]
    pub fn is_signed_in(self) -> bool {
        match self {
            Self::Everybody | Self::Public | Self::Published | Self::Voter | Self::Officer => false,
            Self::Staff
            | Self::May(_)
            | Self::Anywhere(_)
            | Self::OneOf(..)
            | Self::Either(..)
            | Self::OfKind => true,
        }
    }
}

/// One line of the route table, for `tests/product/access.rs`.
#[derive(Debug, Clone)]
pub struct RouteLine {
    /// The method.
    pub method: Method,
    /// The pattern.
    pub pattern: Cow<'static, str>,
    /// Who may ask.
    pub who: RouteRole,
    /// What its forms or its answers carry, whatever is typed.
    pub carried: LineContent,
}

impl RouteLine {
    /// Whether it changes something for somebody who is known.
    fn is_act(&self) -> bool {
        let is_known = self.who.is_signed_in() || self.who == RouteRole::Officer;
        self.method != Method::GET && is_known
    }

    /// The same, told once for each kind of file where those ask for different things.
    fn told(self) -> Vec<Self> {
        if self.who != RouteRole::OfKind {
            return vec![self];
        }
        let of_kind = |kind: FileKind| Self {
            method: self.method.clone(),
            pattern: self.pattern.replace("{kind}", &kind.to_string()).into(),
            who: RouteRole::May(kind.action()),
            carried: self.carried,
        };
        FileKind::all(SHOWN_YEAR).into_iter().map(of_kind).collect()
    }
}

/// The year that stands in the table for every year.
const SHOWN_YEAR: i16 = 2026;

/// A route: its place in the table and its handler.
pub(super) struct Route {
    listed: RouteLine,
    handler: MethodRouter<App>,
}

pub(super) fn reads<H: Handler<T, App>, T: 'static>(
    pattern: &'static str,
    who: RouteRole,
    handler: H,
) -> Route {
    Route::of(Method::GET, pattern.into(), who, get(handler))
}

pub(super) fn writes<H: Handler<T, App>, T: 'static>(
    pattern: &'static str,
    who: RouteRole,
    handler: H,
) -> Route {
    Route::of(Method::POST, pattern.into(), who, post(handler))
}

/// Goes on with what was begun.
pub(super) fn continues<H: Handler<T, App>, T: 'static>(
    pattern: &'static str,
    who: RouteRole,
    handler: H,
) -> Route {
    Route::of(Method::PATCH, pattern.into(), who, patch(handler))
}

/// The act of an address that ends with its word.
pub(super) fn act<H: Handler<T, App>, T: 'static>(
    pattern: &'static str,
    word: &str,
    who: RouteRole,
    handler: H,
) -> Route {
    let pattern = pattern.replace("{act}", word);
    Route::of(Method::POST, pattern.into(), who, post(handler))
}

/// A line for each of the acts that one handler does.
pub(super) fn acts<A: Copy, H: Handler<T, App>, T: 'static>(
    pattern: &'static str,
    all: impl IntoIterator<Item = A>,
    word: impl Fn(A) -> &'static str,
    who: impl Fn(A) -> RouteRole,
    handler: impl Fn(A) -> H,
) -> Vec<Route> {
    let line = |one| act(pattern, word(one), who(one), handler(one));
    all.into_iter().map(line).collect()
}

impl Route {
    fn of(
        method: Method,
        pattern: Cow<'static, str>,
        who: RouteRole,
        handler: MethodRouter<App>,
    ) -> Self {
        Self {
            listed: RouteLine {
                method,
                pattern,
                who,
                carried: LineContent::Plain,
            },
            handler,
        }
    }

    /// The same, carrying what others in the net must not hear.
    pub(super) fn carrying(mut self, carried: LineContent) -> Self {
        self.listed.carried = carried;
        self
    }

    /// Its lines of the table.
    pub(super) fn listed(self) -> Vec<RouteLine> {
        self.listed.told()
    }

    /// Puts the route, with its role before it, into a router.
    pub(super) fn guarded(self, router: Router<App>, app: &App) -> Router<App> {
        let Self { listed, handler } = self;
        let handler = match listed.who {
            RouteRole::Public => {
                let turn = middleware::from_fn_with_state(app.clone(), public_turn::in_turn);
                handler.layer(turn)
            }
            RouteRole::Published => {
                let kept = middleware::from_fn_with_state(app.clone(), public_turn::keep);
                handler.layer(kept)
            }
            RouteRole::Everybody
            | RouteRole::Voter
            | RouteRole::Staff
            | RouteRole::May(_)
            | RouteRole::Anywhere(_)
            | RouteRole::Officer
            | RouteRole::OneOf(..)
            | RouteRole::Either(..)
            | RouteRole::OfKind => handler,
        };
        let handler = if listed.carried == LineContent::Plain {
            handler
        } else {
            let gate = (app.clone(), listed.carried);
            handler.route_layer(middleware::from_fn_with_state(gate, gate::carry))
        };
        let handler = if listed.who.is_signed_in() {
            let gate = (app.clone(), listed.who);
            handler.route_layer(middleware::from_fn_with_state(gate, gate::let_in))
        } else {
            handler
        };
        // Around the gate too: whoever hangs up while it asks has pressed all the same.
        let handler = if listed.is_act() {
            // A flood of strangers must stop working when it hangs up: theirs are one write each.
            handler.layer(middleware::from_fn(detached::see_through))
        } else {
            handler
        };
        router.route(&listed.pattern, handler)
    }
}

/// The table of a room: each address with its pattern, the function that fills its pieces in, who may
/// ask, and the handler. `NAME, name(piece: Type) = "/pattern/{piece}" { .. }` is an address with its
/// lines; `NAME { .. }` has more lines of an address that is named before. A line is a method, a role and a
/// handler, and what its form carries where that is more than plain; `.. acts(..)` stands for several.
macro_rules! table {
    (
        @in $room:ident
        $(#[$of:meta])* $table:ident;
        $(
            $(#[$doc:meta])*
            $name:ident $(, $fill:ident($($piece:ident: $kind:ty),+))? $(= $pattern:literal)? {
                $($verb:ident $(($word:expr))?: $who:expr => $handler:expr $(, carrying $carried:expr)?;)*
                $(.. $several:expr;)*
            }
        )+
    ) => {
        $(#[$of])*
        pub(crate) mod $table {
            use $room::*;

            $(
                crate::route::address! { $(#[$doc])* $name $(, $fill($($piece: $kind),+))? $(= $pattern)? }
            )+

            /// Its lines, in the order of the table.
            pub(crate) fn routes() -> Vec<crate::route::Route> {
                [$(
                    vec![$(crate::route::$verb($name, $($word,)? $who, $handler)$(.carrying($carried))?),*],
                    $($several,)*
                )+]
                .into_iter()
                .flatten()
                .collect()
            }
        }
    };
    ($($lines:tt)+) => {
        crate::route::table! { @in super $($lines)+ }
    };
}

/// One address: its pattern, and the function that fills its pieces in; nothing where it is named before.
macro_rules! address {
    ($name:ident) => {};
    ($(#[$doc:meta])* $name:ident = $pattern:literal) => {
        $(#[$doc])*
        pub const $name: &str = $pattern;
    };
    ($(#[$doc:meta])* $name:ident, $fill:ident($($piece:ident: $kind:ty),+) = $pattern:literal) => {
        $(#[$doc])*
        pub const $name: &str = $pattern;

        #[doc = concat!("The address of [`", stringify!($name), "`].")]
        #[must_use]
        pub fn $fill($($piece: $kind),+) -> String {
            format!($pattern)
        }
    };
}

pub(crate) use {address, table};
