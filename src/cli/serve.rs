//! `minsheng serve`: the server on a data directory.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use tokio::net::TcpListener;

use super::doctor::told as told_difference;
use super::files;
use crate::config::ConfigFile;
use crate::console::{fail, runtime};
use machine::bounds::{ConnectionLimits, FEWEST_FILES};
use machine::clock::Clock;
use machine::random::Random;
use service::Service;
use service::installation::backup_place::BackupPlace;
use service::reminder::inbox::Inbox;
use web::config::{Config, usual_webhook_hosts};
use web::{Certificate, Listener, ServerAddress};

/// Between two rounds of housekeeping.
const DAY: Duration = Duration::from_secs(86_400);

/// The port of HTTPS, unless another is given.
const TLS_PORT: u16 = 8443;

/// Between two looks at whether the day's reminders are due.
const QUARTER: Duration = Duration::from_secs(900);

/// Serves a data directory.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Data directory [default: minsheng-data]
    #[arg(long)]
    data: Option<PathBuf>,
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// The address that people type, printed in QR codes
    #[arg(long)]
    public_url: Option<String>,
    /// A certificate in PEM form, with those that vouch for it: HTTPS without a proxy, beside plain http
    #[arg(long, requires = "key")]
    certificate: Option<PathBuf>,
    /// The certificate's key in PEM form
    #[arg(long, requires = "certificate")]
    key: Option<PathBuf>,
    /// Address and port of HTTPS [default: port 8443 of the address above]
    #[arg(long, requires = "certificate")]
    listen_tls: Option<SocketAddr>,
    /// The address of HTTPS that people type, printed on officers' slips
    #[arg(long, requires = "certificate")]
    officers_url: Option<String>,
    /// Configuration file; the options above win over it
    #[arg(long)]
    config: Option<PathBuf>,
}

/// Runs the server until it is told to stop.
#[must_use]
pub fn run(args: ServeArgs) -> ExitCode {
    let file = match args.config.as_deref().map(ConfigFile::read).transpose() {
        Ok(file) => file.unwrap_or_default(),
        Err(error) => return fail(&error),
    };
    let backups = match file.backup_place() {
        Ok(backups) => backups,
        Err(error) => return fail(&error),
    };
    let config = Config {
        data: args
            .data
            .or(file.data)
            .unwrap_or_else(|| PathBuf::from("minsheng-data")),
        listen: args.listen.or(file.listen).unwrap_or_else(local),
        public_url: args
            .public_url
            .or(file.public_url)
            .map(|url| url.trim_end_matches('/').to_owned()),
        behind_proxy: file.behind_proxy.unwrap_or(false),
        fonts: file.fonts,
        backups,
        webhook_hosts: file.webhook_hosts.unwrap_or_else(usual_webhook_hosts),
    };
    let files = args.certificate.zip(args.key);
    let certificate = files.map(|(certificate, key)| Certificate::read(&certificate, &key));
    let certificate = match certificate.transpose() {
        Ok(certificate) => certificate,
        Err(error) => return fail(&error),
    };
    let beside = SocketAddr::new(config.listen.ip(), TLS_PORT);
    let listen_tls = args.listen_tls.unwrap_or(beside);
    let officers_url = args.officers_url;
    let officers_url = officers_url.map(|url| url.trim_end_matches('/').to_owned());
    if let Some(boxes) = &file.boxes
        && let Err(error) = Service::place_boxes(&config.data, boxes)
    {
        return fail(&error);
    }
    runtime(async {
        let service = match open(&config.data).await {
            Ok(service) => service,
            Err(code) => return code,
        };
        if let Some(mode) = find_wide_mode(&config.data) {
            tracing::warn!(
                "others may look into {} (mode {mode:o}) and see from sizes and times when somebody casts: chmod 700",
                config.data.display()
            );
        }
        let listener = match bind(config.listen).await {
            Ok(listener) => listener,
            Err(code) => return code,
        };
        let mut https = None;
        if let Some(certificate) = certificate {
            let listener = match bind(listen_tls).await {
                Ok(listener) => listener,
                Err(code) => return code,
            };
            https = Some(Https {
                listener,
                certificate,
                url: officers_url,
            });
        }
        serve(listener, service, &config, https).await
    })
}

/// The gate with a certificate of its own, beside the plain one.
pub(super) struct Https {
    listener: TcpListener,
    certificate: Certificate,
    url: Option<String>,
}

/// The mode of a folder that others than its owner may look into.
pub(super) fn find_wide_mode(folder: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(folder).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}

/// The address without options: this machine only.
pub(super) fn local() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8080))
}

pub(super) async fn open(data: &Path) -> Result<Service, ExitCode> {
    open_with(data, Clock::system()).await
}

pub(super) async fn open_with(data: &Path, clock: Clock) -> Result<Service, ExitCode> {
    Service::open(data, clock, Random::system())
        .await
        .map_err(|error| fail(&error))
}

pub(super) async fn bind(listen: SocketAddr) -> Result<TcpListener, ExitCode> {
    TcpListener::bind(listen).await.map_err(|error| {
        tracing::error!(%listen, "this address cannot be listened on");
        fail(&error)
    })
}

pub(super) async fn serve(
    listener: TcpListener,
    service: Service,
    config: &Config,
    https: Option<Https>,
) -> ExitCode {
    match listener.local_addr() {
        Ok(address) => tracing::info!("listening on http://{address}"),
        Err(error) => return fail(&error),
    }
    if !web::PRINTS_FORMS {
        tracing::warn!("this build prints no forms: no slips, records or notices on paper");
    }
    if let Some(address) = https
        .as_ref()
        .and_then(|one| one.listener.local_addr().ok())
    {
        tracing::info!("and on https://{address}, for officers and staff");
    }
    tokio::spawn(find_damage(service.clone()));
    tokio::spawn(keep_house(service.clone()));
    tokio::spawn(keep_reminding(service.clone()));
    let place = config.backups.as_ref();
    let folder = place.map(|place| place.folder.clone());
    tokio::spawn(keep_checking(service.clone(), folder));
    if let Some(place) = place {
        tokio::spawn(keep_backing_up(service.clone(), place.clone()));
    }
    let inbox = Inbox::of(&service);
    let carrier = service.clone();
    tokio::spawn(async move { carrier.keep_carrying(inbox).await });
    let robots = web::robots(&service, config);
    let carrier = service.clone();
    tokio::spawn(async move { carrier.keep_carrying(robots).await });
    let room = room(config);
    let front = |is_tls| ServerAddress {
        is_tls,
        officers_url: https.as_ref().and_then(|one| one.url.as_deref()),
    };
    let plain = web::app_at(room, service.clone(), config, front(false));
    let secure = web::app_at(room, service, config, front(true));
    let mut gates = vec![Listener {
        listener,
        app: plain,
        certificate: None,
    }];
    gates.extend(https.map(|one| Listener {
        listener: one.listener,
        app: secure,
        certificate: Some(one.certificate),
    }));
    let stopping = axum_stop();
    match web::serve_gates(room, gates, stopping).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// How many connections there is room for, said where it is too little for a hall.
fn room(config: &Config) -> ConnectionLimits {
    let files = files::ask();
    let room = ConnectionLimits::within(files);
    if files < FEWEST_FILES {
        let connections = room.connections;
        tracing::warn!(
            "this machine gives {files} file handles: only {connections} connections at once; \
             start with more (`ulimit -n 65536`, or LimitNOFILE in the unit)"
        );
    }
    if config.behind_proxy {
        room.behind_proxy()
    } else {
        room
    }
}

/// Reads a large database through while it is served already; a small one was read before.
async fn find_damage(service: Service) {
    match service.find_damage().await {
        Ok(None) => {}
        Ok(Some(damage)) => tracing::error!("{damage}"),
        Err(error) => tracing::error!(%error, "the database could not be read through"),
    }
}

/// Once a day, what the start of the program did too: a server that is never restarted forgets as well.
async fn keep_house(service: Service) {
    loop {
        tokio::time::sleep(DAY).await;
        if let Err(error) = service.forget_contacts().await {
            tracing::error!(%error, "contacts whose time is over could not be deleted; tried again tomorrow");
        }
        if let Err(error) = service.forget_photos().await {
            tracing::error!(%error, "photos that no report took could not be deleted; tried again tomorrow");
        }
    }
}

/// Checks the whole record after the start, when the server listens already, and once a day after.
async fn keep_checking(service: Service, backups: Option<PathBuf>) {
    loop {
        match service.check_record(backups.as_deref()).await {
            Ok(checked) if checked.differences.is_empty() => {
                tracing::info!(lines = checked.lines, "the record holds");
            }
            Ok(checked) => {
                for found in &checked.differences {
                    tracing::error!("the record does not hold: {}", told_difference(found));
                }
            }
            Err(error) => {
                tracing::error!(%error, "the record could not be checked; tried again tomorrow");
            }
        }
        tokio::time::sleep(DAY).await;
    }
}

/// Writes each day's reminders once it is time; asked often, for the day may begin at any moment of
/// this loop and a run that failed is made up for.
async fn keep_reminding(service: Service) {
    loop {
        if let Err(error) = service.write_reminders().await {
            tracing::error!(%error, "reminders could not be written; tried again soon");
        }
        tokio::time::sleep(QUARTER).await;
    }
}

/// Makes the backup of each day once it is due. A stick that is not there, or full, is tried again soon.
async fn keep_backing_up(service: Service, place: BackupPlace) {
    loop {
        match service.back_up_when_due(&place).await {
            Ok(true) => tracing::info!("the backup of the day was made"),
            Ok(false) => {}
            Err(error) => {
                tracing::error!(%error, "the backup of the day could not be made; tried again soon");
            }
        }
        tokio::time::sleep(QUARTER).await;
    }
}

/// Waits for Ctrl-C or the service manager's TERM.
async fn axum_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(interrupt.await),
    }
}
