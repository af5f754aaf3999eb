//! How an enum of auditable events is written: a variant a line, with its kind and its facts.

use std::fmt::Display;

/// Makes an enum of events with `kind` and `detail` from its variants.
///
/// A variant's facts are its fields as `name=value` words in the order in which they stand, or, after `=>`,
/// what a format says. What stands under `of` hands on to another enum, after words of its own.
macro_rules! events {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {$(
            $(#[$line:meta])*
            $variant:ident
                $(($($place:ident: $place_type:ty),+))?
                $({ $($field:ident: $field_type:ty),+ })?
                = $kind:literal $(=> $facts:literal $(, $argument:expr)*)?;
        )+}
        $(of {$(
            $(#[$group_line:meta])*
            $group:ident
                $(($($group_place:ident: $group_place_type:ty),+))?
                $({ $($group_field:ident: $group_field_type:ty),+ })?
                = $event:ident $before:literal;
        )+})?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $(
                $(#[$line])*
                $variant $(($($place_type),+))? $({ $(#[doc = stringify!($field)] $field: $field_type),+ })?,
            )+
            $($(
                $(#[$group_line])*
                $group
                    $(($($group_place_type),+))?
                    $({ $(#[doc = stringify!($group_field)] $group_field: $group_field_type),+ })?,
            )+)?
        }

        impl $name {
            /// The kind as a word for lists and filters.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $kind,)+
                    $($(
                        Self::$group $(($($group_place),+))? $({ $($group_field),+ })? => {
                            $($(let _ = $group_place;)+)?
                            $($(let _ = $group_field;)+)?
                            $event.kind()
                        }
                    )+)?
                }
            }

            /// The facts as one line of `name=value` words, for the chain.
            #[must_use]
            pub fn detail(&self) -> String {
                match self {
                    $(
                        Self::$variant $(($($place),+))? $({ $($field),+ })? => $crate::event::events!(
                            @facts [$($($place)+)? $($($field)+)?] $($facts $(, $argument)*)?
                        ),
                    )+
                    $($(
                        Self::$group $(($($group_place),+))? $({ $($group_field),+ })? => {
                            $crate::event::joined(format!($before), &$event.detail())
                        }
                    )+)?
                }
            }
        }
    };
    (@facts [$($field:ident)*]) => {
        $crate::event::line(&[$((stringify!($field), $field)),*])
    };
    (@facts [$($field:ident)*] $facts:literal $(, $argument:expr)*) => {
        format!($facts $(, $argument)*)
    };
}

pub(crate) use events;

/// Facts as `name=value` words.
pub(crate) fn line(facts: &[(&str, &dyn Display)]) -> String {
    let words: Vec<String> = facts
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    words.join(" ")
}

/// Two lines of facts as one.
pub(crate) fn joined(first: String, second: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        (_, true) => first,
        (true, false) => second.to_owned(),
        (false, false) => format!("{first} {second}"),
    }
}

/// ` name=value` where there is a value, else nothing.
pub(crate) fn also(name: &str, value: Option<impl Display>) -> String {
    value.map_or_else(String::new, |value| format!(" {name}={value}"))
}

/// Free text without the characters that separate fields and lines.
pub fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
