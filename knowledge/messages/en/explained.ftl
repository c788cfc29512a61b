# Argine · the conversation with findings in its margin

explained-title = The conversation, with the signs in its margin
explained-private = This page holds the conversation. Keep it as private as the chat. Images and videos are not in it.
explained-what = What is happening
explained-stage = Where it stands:
explained-urgency = Urgency:
explained-proofs = The three proofs of sexual blackmail
explained-proof-found = there are signs in messages
explained-proof-not-found = no signs
explained-message = message
explained-next = What usually comes next
explained-source = Sources: { $sources }. Checked on { $checked }.
explained-stale = The check is overdue: it may have changed.
explained-to-be-confirmed = To be confirmed.
explained-more-notes = { $count ->
    [one] And one more sign.
   *[other] And { $count } more signs.
}
explained-legend = How to read it
explained-conversation = The messages
explained-folded = { $count ->
    [one] One message without signs: { $first }
   *[other] { $count } messages without signs, { $first } to { $last }
}
explained-side-other = who blackmails, by the signs
explained-side-person = person affected
explained-side-app = written by the app
explained-hurts = Words that can hurt. Open them only if you want to.
explained-mark = marked words
explained-mark-means = are the words that a sign rests on.
explained-alarm = From here on the signs are enough for the alarm
explained-demand = Demands { $sum }
explained-payment = Says they paid { $sum }
explained-deadline = Deadline set: { $due }
explained-flag-self-harm = Words that suggest self-harm
explained-flag-minor = Signs that the person is under 18
explained-flag-physical-danger = Signs of physical danger
explained-no-verdict = These are signs, not a verdict. No signs does not mean that you are safe. Argine may not understand and may be wrong.
explained-engine = Argine { $version }, rules { $rules }

explained-sort-flag = Mind
explained-sort-flag-means = it changes everything else: danger, age, publication.
explained-sort-alarm = Alarm
explained-sort-alarm-means = the message at which the signs become enough.
explained-sort-proof = Proof
explained-sort-proof-means = one of the three proofs of blackmail.
explained-sort-stage = Stage
explained-sort-stage-means = where the blackmail stands.
explained-sort-tactic = Move
explained-sort-tactic-means = what the other person does, and what for.
explained-sort-sum = Sum or deadline
explained-sort-sum-means = money demanded or paid, and limits of time set.
explained-sort-trace = Trace
explained-sort-trace-means = a phone, an account, an address.
explained-sort-against = Against
explained-sort-against-means = what points elsewhere: a joke, a debt, reported words.
explained-sort-opinion = Second opinion
explained-sort-opinion-means = a model on this computer says so; it is no proof.

explained-written = The conversation with the signs in its margin is in { $file }. Keep it private.
problem-html-one = Give one file only with --html: { $value } are too many.
