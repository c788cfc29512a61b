# The case on disk, from the command line.

help-argine-case-new = Makes a sealed case of the files named, without reading what they say.
help-argine-case-add = Adds files to a case, under a new seal.
help-argine-case-list = Lists the cases in a folder.
help-argine-case-show = Shows exhibits, chain of custody and seals.
help-argine-case-seal = Notes that the case was viewed or handed over, and seals it again.
help-argine-case-stamp = Asks an authority to confirm the time of the seal: only a hash leaves, after your yes.
help-argine-case-export = Makes a copy: for the police (bag), locked (vault), or for filing (filing).
help-argine-case-erase = Erases the case, or single files, and says what it cannot erase.
help-argine-case-lock = Locks the case with a passphrase.
help-argine-case-unlock = Turns a locked case back into an ordinary folder that anybody can read.
help-argine-case-passphrase = Changes the passphrase.
help-argine-case-recovery = Shows the recovery sheet, to be printed.
help-arg-folder = Folder to look in
help-arg-passphrase-file = File with the passphrase in its first line, instead of typing it
help-arg-identity = File with the key of the recovery sheet or of a second recipient
help-arg-new-passphrase-file = File with the new passphrase in its first line, instead of typing it
help-arg-recipient = Who else can open it, with a key of their own (age1…): guardian, lawyer, desk
help-arg-encrypt = Writes the case locked with a passphrase from the start
help-arg-level = How the copy was taken: screenshot, app-export, backup
help-arg-source = Where the files come from, in your words
help-arg-not-participant = Who hands over the files took no part in the conversation
help-arg-event = What to note: view or share
help-arg-note = To whom or why, in your words
help-arg-authority = Address of a time-stamp authority (RFC 3161); may be repeated
help-arg-seal = Number of the seal to stamp, instead of the last
help-arg-request = Writes the request to a file, for authorities with a portal of their own; sends nothing
help-arg-answer = File with the answer got from an authority
help-arg-yes = Does not ask for confirmation
help-arg-as = bag: plain folder that can be verified; vault: locked; filing: in the formats of the Italian criminal portal
help-arg-to = Who gets the copy: noted in the chain of custody
help-arg-file = A file to erase from the case (data/…); its record stays; may be repeated
help-arg-roots = PEM file with the root certificates of the authorities that you trust

line-case-locked = The case is locked in { $case }. The papers are inside: argine case export { $case } --as bag --out papers
ask-passphrase = Passphrase:
ask-new-passphrase = New passphrase (four or five words at random):
ask-passphrase-again = Type it again:
answer-yes = yes
ask-stamp = Send it? Type yes:
ask-erase = I erase { $case } for ever. Type yes:
ask-erase-files = I erase from { $case }: { $files }. The records will say that they were there. Type yes:
ask-unlock = { $case } will be readable by anybody who uses this disk, and its key will be destroyed. Type yes:

case-sealed = Seal { $seal } in { $case }. Hash: { $root }
case-locked = { $case } is locked. Without the passphrase or the recovery sheet (argine case recovery) it opens no more. The disk may keep traces of the files that were plain before.
case-unlocked = { $case } is an ordinary folder again.
case-passphrase-changed = The passphrase of { $case } has changed. Old copies still open with the old one; the recovery sheet stays the same.
case-erased = { $case } is erased: the key first, then the rest.
case-erase-limits = I cannot erase: copies handed over or exported, backups and copies in the cloud, what a disk keeps of plain files, the chats on the phone, recovery sheets and copies of other recipients.
case-list-locked = { $case }: locked
case-list-intact = { $case }: { $number }, intact, seals { $seals }
case-list-changed = { $case }: { $number }, is NOT as it was sealed
case-show-exhibits = EXHIBITS
case-show-custody = CHAIN OF CUSTODY
case-show-seals = SEALS
case-show-copied = { $name }, { $size } bytes, copied. SHA-256 { $sha256 }
case-show-digest = { $name }, { $size } bytes, hash only. SHA-256 { $sha256 }
custody-acquire = acquired
custody-view = viewed
custody-derive = derived
custody-export = exported
custody-share = handed over
custody-delete = erased
custody-seal = sealed
stamp-state-not_stamped = not stamped
stamp-state-broken = stamp does not stand
stamp-state-unproved = stamped, authority to be checked with --roots
stamp-state-trusted = stamped by an authority that you trust
stamp-what-leaves = Only this hash goes to { $authorities }; it says nothing of the content: { $root }. The authority also sees your network address.
case-stamped = Seal { $seal } stamped: { $time }, “{ $authority }” ({ $seconds } seconds after the time of the device).
stamp-request-written = The request is in { $file }. Nothing was sent. When you have the answer: argine case stamp with --answer
case-exported-bag = Plain copy in { $file }. README-verify.txt is inside.
case-exported-vault = Locked copy in { $file }. README-open.txt is inside.
case-exported-filing = { $count ->
    [0] Copies for filing in { $file }, listed in indice.txt.
    [one] Copies for filing in { $file }. One file was left out: the list is in indice.txt.
   *[other] Copies for filing in { $file }. { $count } files were left out: the list is in indice.txt.
}
filing-line = { $name }  SHA-256 { $sha256 }  (in the case: { $path })
filing-line-converted = { $name }  SHA-256 { $converted }  (TIFF copy of { $path }, SHA-256 { $sha256 })
filing-left-out-format = LEFT OUT { $path }  SHA-256 { $sha256 }  (the portal does not take this format: it must be converted)
filing-left-out-size = LEFT OUT { $path }  SHA-256 { $sha256 }  (larger than 60 MB)
recovery-sheet =
    RECOVERY SHEET
    Case { $case }

    Who has this key opens the case without the passphrase.
    Print the sheet, keep it in a safe place, take no photograph of it and do not
    save it on this device. It stays good after a change of passphrase.
    To open the case without Argine: save the key in key.txt beside it and
    use the command below.

problem-no-terminal = I cannot ask for the passphrase: use a terminal, or name a file.
problem-weak-passphrase = This passphrase is guessed too easily ({ $bits } bits, { $enough } are needed): { $reason } Use four or five words chosen at random.
problem-passphrases-differ = The two passphrases differ: I changed nothing.
problem-not-confirmed = I did nothing: your yes is needed, at the terminal or with --yes.
problem-not-stamped = The seal stays without a time-stamp: no authority gave a good answer.
problem-setting-identity = The file { $value } holds no key (AGE-SECRET-KEY-1…).
problem-setting-roots = The file { $value } holds no certificates in PEM.
passphrase-common = most of it is a word that is tried first.
passphrase-pattern = it is keys in a row, or repetition.
passphrase-date = it is a date.
passphrase-short = it is short.
