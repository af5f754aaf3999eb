# Reminders: who owes what, since when; the inbox; what carries them.

owing-title = Who owes what
owing-of = { $name }: who owes what
owing-sums = { $debts } in all, { $overdue } of them overdue.
owing-none = Nothing is owed.
owing-who = Who
owing-show = Show
owing-what = What
owing-since = Since
owing-due = Due
owing-state = State
debtor-office = Congress office

debt-plan = Plan and assign the project
debt-report = Hand in the monthly report
debt-check = Check the monthly report
debt-milestone = Reach the milestone
debt-send = Send the finding, or dismiss it
debt-answer = Rectify and answer
debt-extension = Decide about a later deadline
debt-recheck = Check again what was put right
debt-decision = Have the change decided
debt-reply = Reply to questions in writing
debt-entry = Hold the activity and note its outcome
debt-review = Hold the department review and note it
debt-review-reply = Answer questions of a department review
debt-review-task = Put right after a department review, and answer
debt-review-recheck = Check again after a department review
debt-tasks = { $tasks } to be put right
debt-opinion = Give the opinion
debt-leads = Look through residents' leads
debt-month = report of { $month }
debt-number = finding { $number }
debt-milestone-name = milestone: { $name }
debt-questions = { $questions ->
    [1] 1 question
   *[other] { $questions } questions
}
debt-leads-of = { $year }: { $leads } not looked through
debt-overdue = { $days ->
    [1] 1 day overdue
   *[other] { $days } days overdue
}
debt-today = due today
debt-left = { $days ->
    [1] 1 day left
   *[other] { $days } days left
}
debt-settled = done
debt-days = since { $since }, due { $due }, reminded on { $written }

inbox-link = Reminders
inbox-unread = unread
inbox-title = My reminders
inbox-what = What is yours to do and is due soon or overdue. What is done is marked by itself; nothing needs an answer.
inbox-none = There are no reminders.
inbox-new = unread
inbox-go = Go there
inbox-read = Mark as read
inbox-read-all = Mark all as read

reminders-title = Reminders
reminders-ran = Last looked through: { $at }. It is done every day at 8.
reminders-never-ran = Not looked through yet. It is done every day at 8.
reminders-run = Look through now and remind
reminder-rule-title = Reminder settings
reminder-rule-told = Reminders come { $before } days before something is due, on the day, and every { $every } days after. What has no day of its own is due { $own } days after it came up; a decision about a change, 60 days. No reminder is ever about a vote.
reminder-rule-off = Reminders are off: the list is shown and no reminder is sent.
reminder-rule-on = Send reminders
reminder-before = Days before it is due
reminder-before-hint = 0 to 30; with 0 none comes before the day.
reminder-every = Days between reminders once it is overdue
reminder-own = Days for what has no day of its own
reminder-own-hint = Such as sending a finding, deciding about a later deadline, checking again, looking through leads.
reminder-save = Save
problem-days-between = Enter a whole number from { $least } to { $most }.

channel-inbox = inbox
channel-webhook = chat robot
delivery-of = Reminders of { $at } ({ $channel }):
delivery-waits = tried again at { $at }
delivery-given-up = given up after { $attempts } attempts
delivery-try-again = Try again
problem-delivery-not-given-up = These reminders are still being tried, or have arrived.
failure-removed = Why: the robot was taken away.
failure-not-allowed = Why: the operator does not allow this address.
failure-unreachable = Why: nobody could be reached there.
failure-insecure = Why: the connection could not be made safe.
failure-too-slow = Why: no whole answer came in time.
failure-too-long = Why: the answer was too long.
failure-redirect = Why: it pointed to another address, which is not followed.
failure-status = Why: it answered with status { $number }.
failure-unreadable = Why: its answer could not be read.
failure-code = Why: the robot refused with code { $number }.

problem-webhook-form = Enter the robot's whole address, a line such as https://qyapi.weixin.qq.com/ and what follows.
problem-webhook-host = This server may not be sent to { $host }. Allowed: { $hosts }. The operator can add to them in the configuration file.
problem-webhook-secret = A secret is for signing with DingTalk alone, and has no spaces.
problem-webhook-missing = No robot has been set.

# The robot of a chat group.
webhook-title = Chat robot
webhook-what = Each day's reminders can also go to a group of WeCom or DingTalk: who, what, how many and since when; no names of projects or people, and nothing that anybody wrote. What does not arrive is tried again; now and then the same message may arrive twice.
webhook-none = No robot has been set; reminders are shown here alone.
webhook-no-hosts = The operator allows no address of a robot.
webhook-new = Set a robot
webhook-change = Set another robot
webhook-kind = Platform
webhook-kind-hint = The group's settings give the address once a robot is added there.
robot-wecom = WeCom
robot-dingtalk = DingTalk
webhook-url = The robot's address
webhook-url-hint = It has a key in it: it is not shown again once it is saved. Do not pass it on.
webhook-secret = Secret for signing (DingTalk alone)
webhook-secret-hint = A line that begins with SEC. If DingTalk asks for a keyword instead, use 民生实事.
webhook-save = Save
webhook-address = Address: { $origin }/… (the rest is not shown again).
webhook-signed = It is signed with a secret.
webhook-untried = No message has been sent yet.
webhook-arrived = arrived { $at }
webhook-failed = did not arrive { $at }
webhook-try = Send a trial message
webhook-remove = Take the robot away
debtor-deputies = Supervising deputies
robot-trial = [Livelihood projects] { $name }: a trial message. The robot works.
robot-head = [Livelihood projects] { $name }: { $debts } things to be reminded of
robot-line = { $who }: { $what }, { $debts }, the oldest since { $since }
robot-line-overdue = { $who }: { $what }, { $debts } ({ $overdue } overdue), the oldest since { $since }
robot-more = and { $debts } more
robot-foot = My reminders: { $inbox }
    The whole list (congress office): { $list }
