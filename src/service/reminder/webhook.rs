//! The channel to a chat group's robot (企业微信, 钉钉): one short request, on a thread of its own.
//!
//! Both robots take `{"msgtype":"text","text":{"content":…}}` and answer 200 with an `errcode` that is
//! 0 when they took it (<https://developer.work.weixin.qq.com/document/path/91770>,
//! <https://open.dingtalk.com/document/robots/custom-robot-access>). The address has the robot's key in
//! it: no error and no log line repeats it, and nothing that the other side says is kept but a code.

use std::sync::Arc;
use std::thread::Builder;
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use crossbeam_channel::{Sender, TrySendError, bounded};
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use serde::Deserialize;
use sha2::Sha256;
use tokio::sync::oneshot;

use super::outbox::Notifier;
use super::{Service, ServiceError, collect};
use domain::congress::Congress;
use domain::id::{CongressId, RunId};
use domain::reminder::debt::{Debt, DebtKey};
use domain::reminder::delivery::{Channel, Delivery, DeliveryFailure};
use domain::reminder::digest::{DigestLine, digest};
use domain::reminder::webhook::{Robot, RobotKind};
use machine::clock::{Clock, day};
use store::people::congresses;
use store::reminder::{messages, settings};
use store::{ReadTx, Store, Written};

/// Messages that wait for the thread at most: a trial that finds it full is told to come back.
const QUEUE: usize = 8;

/// How long a robot is waited for, and how much of its answer is read.
#[derive(Debug, Clone, Copy)]
pub struct WebhookLimits {
    /// Until the connection stands.
    pub connect: Duration,
    /// Until the whole answer is there.
    pub whole: Duration,
}

impl WebhookLimits {
    /// Five seconds to connect, ten in all.
    pub const USUAL: Self = Self {
        connect: Duration::from_secs(5),
        whole: Duration::from_secs(10),
    };
}

/// Bytes of an answer that are read: a robot's is under a hundred.
const MOST_BYTES: u64 = 16 << 10;

/// What a chat group is told.
#[derive(Debug, Clone)]
pub struct RobotMessage {
    /// Whose reminders.
    pub congress: Congress,
    /// What is owed; nothing in a trial message.
    pub lines: Vec<DigestLine>,
}

/// Makes the text of a message: words and addresses are the pages' business.
pub type MessageWriter = Arc<dyn Fn(&RobotMessage) -> String + Send + Sync>;

/// The channel, with its thread; cheap to clone.
#[derive(Clone)]
pub struct Webhook {
    store: Store,
    clock: Clock,
    hosts: Arc<[String]>,
    teller: MessageWriter,
    queue: Sender<WebhookJob>,
}

struct WebhookJob {
    robot: Robot,
    text: String,
    at: Timestamp,
    reply: oneshot::Sender<Result<(), DeliveryFailure>>,
}

impl Webhook {
    /// Starts the channel of a service: the hosts that the operator allows, and who makes its texts.
    #[must_use]
    pub fn start(
        service: &Service,
        hosts: &[String],
        teller: MessageWriter,
        patience: WebhookLimits,
    ) -> Self {
        let (queue, jobs) = bounded::<WebhookJob>(QUEUE);
        let work = move || {
            let agent = agent(patience);
            for job in jobs {
                let outcome = post(&agent, &job.robot, &job.text, job.at);
                if job.reply.send(outcome).is_err() {
                    tracing::debug!("nobody waits any more for the answer of a robot");
                }
            }
        };
        if let Err(error) = Builder::new().name("webhook".to_owned()).spawn(work) {
            // The queue has no other end then, and every message is told that nobody was reached.
            tracing::error!(%error, "the machine gives no thread for webhooks");
        }
        Self {
            store: service.store.clone(),
            clock: service.clock.clone(),
            hosts: hosts.into(),
            teller,
            queue,
        }
    }

    /// The hosts that the operator allows.
    #[must_use]
    pub fn hosts(&self) -> &[String] {
        &self.hosts
    }

    /// Says something to a robot and waits for its answer.
    ///
    /// # Errors
    /// [`ServiceError::Busy`] when too many messages wait.
    pub(super) async fn say(
        &self,
        robot: Robot,
        message: &RobotMessage,
    ) -> Result<Result<(), DeliveryFailure>, ServiceError> {
        if !robot.address.is_allowed(&self.hosts) {
            return Ok(Err(DeliveryFailure::NotAllowed));
        }
        let (reply, answer) = oneshot::channel();
        let job = WebhookJob {
            robot,
            text: (self.teller)(message),
            at: self.clock.now(),
            reply,
        };
        match self.queue.try_send(job) {
            Ok(()) => Ok(answer.await.unwrap_or(Err(DeliveryFailure::Unreachable))),
            Err(TrySendError::Full(_)) => Err(ServiceError::Busy),
            Err(TrySendError::Disconnected(_)) => Ok(Err(DeliveryFailure::Unreachable)),
        }
    }
}

impl Notifier for Webhook {
    fn channel(&self) -> Channel {
        Channel::Webhook
    }

    async fn notify(
        &self,
        delivery: &Delivery,
    ) -> Result<Result<(), DeliveryFailure>, ServiceError> {
        let (congress, run, now) = (delivery.congress, delivery.run, self.clock.now());
        let found = self
            .store
            .read(move |tx| {
                let webhook = settings::find_webhook(tx, congress)?;
                Ok::<_, ServiceError>((webhook, message(tx, congress, run, now)?))
            })
            .await?;
        let (Some(webhook), message) = found else {
            return Ok(Err(DeliveryFailure::Removed));
        };
        if message.lines.is_empty() {
            // Everything was paid before it could be told.
            return Ok(Ok(()));
        }
        let outcome = self.say(webhook.robot, &message).await?;
        self.store
            .write(move |tx| {
                settings::note_try(tx, congress, now, outcome.err())?;
                Ok::<_, ServiceError>(Written::quiet((), "how a message went is nobody's act"))
            })
            .await?;
        Ok(outcome)
    }
}

/// What a run wrote, as far as it is owed still.
fn message(
    tx: &ReadTx<'_>,
    congress: CongressId,
    run: RunId,
    now: Timestamp,
) -> Result<RobotMessage, ServiceError> {
    let schedule = settings::get_schedule(tx, congress)?;
    let owed = collect::owed(tx, congress, schedule, day(now))?;
    let owed: Vec<DebtKey> = owed.iter().map(Debt::key).collect();
    let written = messages::list_of_run(tx, run)?.into_iter();
    let debts: Vec<Debt> = written
        .map(|(_, debt)| debt)
        .filter(|debt| owed.contains(&debt.key()))
        .collect();
    Ok(RobotMessage {
        congress: congresses::get(tx, congress)?,
        lines: digest(&debts, day(now)),
    })
}

/// A client that follows nothing, keeps nothing open and asks no proxy of the environment.
fn agent(patience: WebhookLimits) -> ureq::Agent {
    ureq::Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .max_idle_connections(0)
        .proxy(None)
        .user_agent("minsheng")
        .timeout_connect(Some(patience.connect))
        .timeout_global(Some(patience.whole))
        .build()
        .into()
}

/// What a robot answers; everything else of it is ignored.
#[derive(Deserialize)]
struct RobotReply {
    errcode: i64,
}

fn post(
    agent: &ureq::Agent,
    robot: &Robot,
    text: &str,
    at: Timestamp,
) -> Result<(), DeliveryFailure> {
    let body = serde_json::json!({ "msgtype": "text", "text": { "content": text } });
    let request = agent
        .post(signed(robot, at))
        .header("content-type", "application/json; charset=utf-8");
    let mut response = request
        .send(body.to_string())
        .map_err(|error| why(&error))?;
    let status = response.status().as_u16();
    if (300..400).contains(&status) {
        return Err(DeliveryFailure::Redirect);
    }
    if status != 200 {
        return Err(DeliveryFailure::Status(status));
    }
    let answer = response.body_mut().with_config().limit(MOST_BYTES);
    let answer = answer.read_to_vec().map_err(|error| why(&error))?;
    let answer: RobotReply =
        serde_json::from_slice(&answer).map_err(|_| DeliveryFailure::Unreadable)?;
    match answer.errcode {
        0 => Ok(()),
        code => Err(DeliveryFailure::Code(code)),
    }
}

/// The kind of an error; its text may have the address in it and goes nowhere.
fn why(error: &ureq::Error) -> DeliveryFailure {
    if matches!(error, ureq::Error::Timeout(_)) {
        DeliveryFailure::TooSlow
    } else if matches!(error, ureq::Error::BodyExceedsLimit(_)) {
        DeliveryFailure::TooLong
    } else if is_of_tls(error) {
        DeliveryFailure::Insecure
    } else if matches!(error, ureq::Error::Protocol(_) | ureq::Error::Http(_)) {
        DeliveryFailure::Unreadable
    } else {
        DeliveryFailure::Unreachable
    }
}

/// Whether a connection could not be made safe: what comes through the stream is told as bad data.
fn is_of_tls(error: &ureq::Error) -> bool {
    let is_bad = |error: &std::io::Error| error.kind() == std::io::ErrorKind::InvalidData;
    matches!(
        error,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::Pem(_)
    ) || matches!(error, ureq::Error::Io(error) if is_bad(error))
}

/// The address, signed where the robot asks for it: HMAC-SHA256 over the moment and the secret.
fn signed(robot: &Robot, at: Timestamp) -> String {
    let url = robot.address.text();
    if robot.kind != RobotKind::DingTalk || robot.secret.0.is_empty() {
        return url.to_owned();
    }
    let moment = at.as_millisecond();
    // HMAC takes a key of any length, so there is always one.
    let sign = Hmac::<Sha256>::new_from_slice(robot.secret.0.as_bytes()).map(|mut mac| {
        mac.update(format!("{moment}\n{}", robot.secret.0).as_bytes());
        BASE64_STANDARD.encode(mac.finalize().into_bytes())
    });
    let sign = sign.unwrap_or_default();
    let sign: String = form_urlencoded::byte_serialize(sign.as_bytes()).collect();
    let joint = if url.contains('?') { '&' } else { '?' };
    format!("{url}{joint}timestamp={moment}&sign={sign}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::reminder::webhook;

    #[test]
    fn an_address_is_signed_with_the_moment_and_the_secret() {
        let hosts = ["oapi.dingtalk.com".to_owned()];
        let url = "https://oapi.dingtalk.com/robot/send?access_token=t";
        let robot = |secret| webhook::read(RobotKind::DingTalk, url, secret, &hosts).unwrap();
        let at = Timestamp::from_millisecond(1_600_000_000_000).unwrap();
        assert_eq!(signed(&robot(""), at), url);
        // printf '1600000000000\nSECabc' | openssl dgst -sha256 -hmac SECabc -binary | base64
        assert_eq!(
            signed(&robot("SECabc"), at),
            format!(
                "{url}&timestamp=1600000000000&sign=ABcUcMOwyGGKmiNbHqEbhvKpuIGkMXqT1gAGfAAmnk8%3D"
            )
        );
    }
}
