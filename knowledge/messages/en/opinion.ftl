# Argine · second opinion of a model on this computer

opinion-heading = Second opinion
opinion-asking = Asking the model on this machine for its opinion. It can take some minutes.
opinion-explained = It comes from a model on this computer, which may be wrong and may be fooled. It removes no sign and does not lower the urgency.
opinion-urgency = Urgency with the second opinion: { $urgency }
opinion-nothing = The model names no sign with a message that shows it. That does not mean there are none.
opinion-line = { $claim }. Messages: { $messages }
opinion-origin = Model { $model }, question { $hash }. { $dropped ->
    [0] No claim dropped.
    [one] One claim dropped for want of proof.
   *[other] { $dropped } claims dropped for want of proof.
}
opinion-left-out = The model saw { $shown } messages; { $left } were left out.
opinion-flag-self-harm = Words that suggest self-harm
opinion-flag-minor-victim = Signs that the person is under 18
opinion-flag-physical-danger = Signs of physical danger

problem-opinion-scheme = The model's address must begin with http:// and be this computer, for example http://127.0.0.1:11434/v1.
problem-opinion-elsewhere = { $value } is not this computer. The conversation does not leave it: give a local address, for example http://127.0.0.1:11434/v1.
problem-opinion-malformed = This is no address: { $value }. For example: http://127.0.0.1:11434/v1.
problem-opinion-unreachable = The model did not answer ({ $reason }). What you see stands, without a second opinion.
problem-opinion-status = The model's program refused ({ $reason }). What you see stands, without a second opinion.
problem-opinion-answer = The model's answer cannot be used ({ $reason }). What you see stands, without a second opinion.
problem-opinion-no-model = The program has no models ({ $reason }). Name one with --model.
