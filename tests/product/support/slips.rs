//! Slips, printed by two: through the use cases, or through the pages and read off the PDF.

use domain::access::Actor;
use domain::act_of_two::ActOfTwo;
use domain::id::SittingId;
use domain::voting::slip_order::SlipOrder;
use service::act_of_two::confirm::RequestSubject;
use service::voting::unshown_prints::PrintedSlip;
use service::{Service, ServiceError};

use super::AsShown as _;
use super::pdf::Pdf;
use super::{Client, Hall, Page};

/// So many slips: one asks, a second one confirms, the first one is shown them.
pub async fn print(
    service: &Service,
    sitting: SittingId,
    people: (&Actor, &Actor),
    number: u32,
) -> Vec<PrintedSlip> {
    try_print(service, sitting, people, number).await.unwrap()
}

/// The same where it may be refused.
pub async fn try_print(
    service: &Service,
    sitting: SittingId,
    (first, second): (&Actor, &Actor),
    number: u32,
) -> Result<Vec<PrintedSlip>, ServiceError> {
    let order = SlipOrder::of(number, None, "for a test").unwrap();
    service.ask_for_slips(first, sitting, order).await?;
    let (act, subject) = (ActOfTwo::PrintSlips, RequestSubject::Sitting(sitting.0));
    let shown = service.press_shown(second, act, subject, "").await?;
    service.confirm_slips(second, sitting, shown).await?;
    let fresh = service.list_fresh_slips(sitting).pop();
    let (print, _, _) = fresh.ok_or(ServiceError::NotFound("print"))?;
    let print = service.take_fresh_slips(first, sitting, print).await?;
    service.note_slips_shown(first, &print).await?;
    Ok(print.slips.clone())
}

impl Hall {
    /// So many slips for the county's sitting, printed by clerk and chief scrutineer.
    pub fn print_slips(&self, number: u32) -> Vec<PrintedSlip> {
        let people = (self.actor("qinghe-clerk"), self.actor("qinghe-chief"));
        let people = (&people.0, &people.1);
        self.run(print(&self.service, self.sitting(), people, number))
    }
}

/// The same through the pages: the PDF as it comes, once.
pub fn print_pdf(clerk: &mut Client, chief: &mut Client, slips: &str, number: &str) -> Page {
    let page = clerk.get(slips);
    let fields = [("number", number), ("reason", "for a test")];
    let asked = clerk.submit(&page, "/slips/ask", &fields);
    assert_eq!(asked.status, 200, "{}", asked.text());
    let page = chief.get(slips);
    let confirmed = chief.submit(&page, "/slips/confirm", &[]);
    assert_eq!(confirmed.status, 200, "{}", confirmed.text());
    let page = clerk.get(slips);
    clerk.submit(&page, "/slips/print", &[("wifi", "dahui #1 / *2026*")])
}

/// The ten digits of each slip of a PDF.
pub fn digits(pdf: &Pdf) -> Vec<String> {
    let text = pdf.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_five = |word: &str| word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit());
    let pairs = words
        .windows(2)
        .filter(|two| is_five(two[0]) && is_five(two[1]));
    pairs.map(|two| two.concat()).collect()
}

/// The addresses that the QR codes of a print of slips hold, slip by slip, as a phone reads them.
pub fn scanned(pdf: &Pdf) -> Vec<String> {
    // Slips stand two by four on a sheet of A4, after a sheet of words; the code is on the left half.
    let (wide, high) = (105.0, 297.0 / 4.0);
    let sheets = super::qr::pages(pdf.path(), 2);
    let places = (0..8).map(|n| (f64::from(n % 2) * wide, f64::from(n / 2) * high));
    let places: Vec<(f64, f64)> = places.collect();
    let within = |(x, y): (f64, f64)| ((x + 6.0, y + 4.0), (wide / 2.0 - 12.0, high - 8.0));
    sheets
        .iter()
        .flat_map(|sheet| places.iter().map(move |place| (sheet, within(*place))))
        .filter_map(|(sheet, (corner, size))| sheet.read(corner, size))
        .collect()
}
