-- The schema of a round's box: a SQLite file of its own in the folder `boxes`, from the opening of the
-- vote until the box is opened or its round is void. Facts are in `schema.sql`; no transaction spans the
-- two. The file is never backed up, and is overwritten when it is removed. `docs/secrecy.md` says what
-- each column tells.

create table state (                                 -- one row, which alone admits a ballot
    id integer primary key check (id = 1),
    name blob not null check (length(name) = 16),    -- the random name of its sealing, and of the file
    round integer not null,
    epoch blob check (length(epoch) = 16),           -- of the installation that made it, not of an upgrade
    public_key blob not null check (length(public_key) = 32), -- what its ballots are sealed to,
    context blob not null,                           -- and what that key is bound to
    stage text not null check (stage in ('made', 'open', 'paused', 'closed', 'void')),
    opened_line integer,                             -- the line of the audit log that opened the vote:
    opened_hash blob check (length(opened_hash) = 32), -- a record without it is another one's
    most integer check (most >= 0),                  -- slips in deputies' hands, where some are kept back
    act text not null default '' check (act in ('', 'pause', 'close-vote', 'void')), -- the last that took
    act_number integer not null default 0,           -- leave to cast, which of the round's acts it is, and
    act_at integer not null default 0,               -- what the record must say of it
    act_first integer not null default 0,
    act_account integer,
    act_officer integer,
    act_screen text not null default '',
    act_reason text not null default '',
    constraint state_opened check ((opened_line is null) = (opened_hash is null)),
    constraint state_admits check (stage = 'made' or opened_hash is not null or stage = 'void')
) strict;

create table cast_right (                            -- the right of one slip in the round
    slip blob primary key check (length(slip) = 32),
    spent integer not null default 0 check (spent in (0, 1)), -- by which form, nothing says
    is_held integer not null default 0 check (is_held in (0, 1)), -- while the desk takes its slip back
    constraint right_held check (spent + is_held < 2)
) strict, without rowid;

create table box_ballot (                            -- a sealed ballot under a random key
    key blob primary key check (length(key) = 16),
    body blob not null check (length(body) > 50)     -- 32 of the key, the paper, 16 of the tag
) strict, without rowid;

create table box_remark (                            -- where remarks are asked for: one a ballot, sealed
    key blob primary key check (length(key) = 16),   -- apart from it, of one length whatever was written
    body blob not null check (length(body) > 50)
) strict, without rowid;

create table batch_paper (                           -- a typed paper of an agreed batch, sealed as ballots
    batch integer not null check (batch > 0),        -- are; unsealed it is in no file
    key blob primary key check (length(key) = 16),
    body blob not null check (length(body) > 50)
) strict, without rowid;
