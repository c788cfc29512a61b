# Argine · plan: the command that shows the plan of a case, marks, contacts; the packs.

heading-outline = THE WHOLE PLAN
heading-dos = WHAT HELPS
heading-warn = WARN ANYBODY?
heading-exposed = WHO COULD BE REACHED
heading-sentinels = WHO COULD NOTICE
heading-messages = READY WORDS THAT REVEAL NOTHING

line-crisis-question = Are you thinking of harming yourself, or of dying? You can say it as it is to whoever answers. Asking does not plant the idea.
line-plan-behind = { $count ->
    [one] One more step comes after these. One thing at a time: what is needed first is above.
   *[other] { $count } more steps come after these. One thing at a time: what is needed first is above.
 }
line-plan-on-hold = { $count ->
    [one] There is one more step, and it can wait. It stays here.
   *[other] There are { $count } more steps, and they can wait. They stay here.
 }
line-outline = To tick a step: --done 2. A part of it: --done 2.1. If it is not for you: --skip 2. If not now: --later 2. Everything in full: --all.
line-case-plan = To see the plan and tick what you did: argine plan { $case }
line-exposed = { $count ->
    [one] There is one contact in the lists.
   *[other] There are { $count } contacts in the lists.
 }
line-sentinels = A few trusted people can tell you if a group appears or something arrives. Choose those close to you: blackmailers aim there, so the real chance is higher than this.
line-chance = With { $count } people: { $chance } times in a hundred, for a group of { $group } picked at random.
line-enough = { $count ->
    [one] For nine times in ten one is enough.
   *[other] For nine times in ten { $count } are needed.
 }
line-tick-contact = When you have talked to somebody, tick them: --warned and their user name.
line-messages = Choose the tone. Send the message to one person at a time, and only to those you chose.
line-record = Checked on { $checked }, to be checked again by { $review }. Confidence: { $confidence }.
line-bundle = { $file }: packs of version { $version }, signed. Whoever uses them must know this key: { $key }
label-applies = Applies if:{" "}

closeness-named = Named by whoever blackmails you: { $count }
closeness-close = Among close friends: { $count }
closeness-mutual = You follow each other or are friends: { $count }
closeness-address-book = In the address book: { $count }
closeness-one-way = Only followers or only followed: { $count }
close-named = named by whoever blackmails you
close-close = close friends
close-mutual = you follow each other
close-address-book = address book
close-one-way = follower or followed

warn-advice-nobody = For now nobody needs to be warned.
warn-advice-one-person = One trusted person is enough, for your sake. Others need not be told.
warn-advice-circle = Talk to one or two people close to those who were named. Others need not be told.
warn-advice-who-may-have-received = Warn, one by one, the people who may have received something.
warn-never-all = A warning to the whole address book does the harm you want to avoid: we never advise it.
warn-factor-contacts_named = whoever blackmails you named somebody you know
warn-factor-quiet_for_long = two weeks have passed since the first threat and nothing shows a publication
warn-factor-no_material = it carries the signs of a bluff or a scam: usually there is no material
warn-tone-short = Short
warn-tone-warm = Close
warn-tone-formal = Formal
warn-message-short = Somebody may write to you posing as me or talking about me. Open no links or files, do not answer, and tell me who wrote to you.
warn-message-warm = Hi, I need a hand. Somebody is trying to bother me online and may write to you too. If something arrives, or you are put into a group, open nothing and send it to nobody: just tell me who it was. Thank you, it means a lot to me.
warn-message-formal = I am writing because somebody may contact you in my name, or about me. Please open no attachments or links, do not forward them, and let me know who contacted you. The matter is already being dealt with.

ask-learned_on = When did you learn of the threat or the publication? The term runs from that day: --learned-on 2026-11-20
ask-notice_sent = When did you send the complete request? Give day and time of the receipt: --notice-sent 2026-11-21T10:15
ask-published_on = When was it shared? --published-on 2026-11-20
ask-paid_on = When was the money sent? --paid-on 2026-11-20
ask-decision_received = When did they answer no? --decision-received 2026-11-20
ask-event = There is no day to count for you.
clock-answer-by = They must answer by { $ends }.

help-argine-plan = Shows the plan of a case and what comes next; ticks what you did.
help-argine-knowledge-show = Shows a fact or a step, with sources and dates.
help-argine-knowledge-bundle = Puts a folder of packs into one file and signs it with the key of this device.
help-arg-done = Ticks a step (2), a part of it (2.1) or a name such as it.step.stop_all
help-arg-skip = Marks a step that is not for you
help-arg-later = Puts a step off: it comes back after those you can do now
help-arg-reopen = Takes the mark off a step
help-arg-self-harm = Answer to the question "are you thinking of harming yourself?"
help-arg-say = Something that the chat does not say and you know
help-arg-learned-on = Day on which you learned of the fact
help-arg-notice-sent = Day, or day and time, on which your complete request was received
help-arg-published-on = Day of the publication
help-arg-paid-on = Day of the payment
help-arg-decision-received = Day on which the platform answered
help-arg-contacts = Exports with followers, friends or address book: says who could be reached and whether to warn
help-arg-warned = Ticks a contact you talked to
help-arg-all = The whole plan, with terms, offences and reports
help-arg-knowledge = Uses these packs instead of those in the program; the signature lies beside, with .minisig
help-arg-knowledge-key = The public key of whoever signed them, or the file that holds it
help-arg-id = The name of a fact, such as it.cp.629.1

problem-plan-step = There is no "{ $value }" in the plan: use the number beside the step, such as 2 or 2.1.
problem-plan-date = I do not understand the date "{ $value }": write it as 2026-11-20.
problem-plan-unreadable = I cannot read { $value }: check the case with argine case verify.
problem-plan-contacts = I find no contact lists in { $value }: files with followers, friends or an address book are needed.
problem-knowledge-key = "{ $value }" is no public key: the line that begins with RW is needed, or the file that holds it.
problem-knowledge-signature = I do not use { $value }: no trusted key signed it. Fetch the file and its signature again.
problem-knowledge-older = I do not use packs older than those I have. { $value }
problem-knowledge-form = These packs cannot be used. { $value }
problem-knowledge-record = I do not know "{ $value }": write the whole name, such as it.cp.629.1.
