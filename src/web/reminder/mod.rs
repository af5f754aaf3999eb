//! Who owes what, since when: the office's list, and each person's own inbox.

mod inbox;
mod inbox_view;
mod line;
mod owing;
mod owing_view;
mod robot;
mod robot_text;
mod robot_view;
mod rule;

use crate::route::RouteRole::{May, Staff};
use crate::route::table;
use domain::access::Action::Supervise;
use domain::id::{CongressId, DeliveryId, ReminderId};

pub(super) use robot_text::teller;

table! {
    /// Who owes what, and each person's inbox.
    pages;
    /// Who owes what in a congress, and its reminders.
    OWING, owing(congress: CongressId) = "/manage/congresses/{congress}/reminders" {
        reads: May(Supervise) => owing::show;
    }
    /// Writing now what is due.
    REMIND_NOW, remind_now(congress: CongressId) = "/manage/congresses/{congress}/reminders/run" {
        writes: May(Supervise) => owing::run;
    }
    /// Trying a delivery again that was given up.
    TRY_AGAIN, try_again(delivery: DeliveryId) = "/manage/deliveries/{delivery}" {
        writes: May(Supervise) => owing::try_again;
    }
    /// The numbers of a congress's reminders.
    REMINDER_RULE, reminder_rule(congress: CongressId) = "/manage/congresses/{congress}/reminders/rule" {
        reads: May(Supervise) => rule::show;
        writes: May(Supervise) => rule::set;
    }
    /// The robot of a congress's chat group.
    WEBHOOK, webhook(congress: CongressId) = "/manage/congresses/{congress}/reminders/webhook" {
        reads: May(Supervise) => robot::show;
        writes: May(Supervise) => robot::set;
    }
    /// Sending it a trial message.
    TRY_WEBHOOK, try_webhook(congress: CongressId) = "/manage/congresses/{congress}/reminders/webhook/trial" {
        writes: May(Supervise) => robot::try_now;
    }
    /// Taking it away.
    REMOVE_WEBHOOK, remove_webhook(congress: CongressId) = "/manage/congresses/{congress}/reminders/webhook/remove" {
        writes: May(Supervise) => robot::remove;
    }
    /// One's own reminders.
    INBOX = "/my/inbox" {
        reads: Staff => inbox::show;
    }
    /// Marking those of the page as read.
    READ_REMINDERS = "/my/inbox/read" {
        writes: Staff => inbox::read_all;
    }
    /// Marking one as read, and going to where its debt is paid.
    READ_REMINDER, read_reminder(reminder: ReminderId) = "/my/inbox/{reminder}" {
        writes: Staff => inbox::read;
    }
}
