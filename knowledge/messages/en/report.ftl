# Argine · report
# The file for who makes a complaint. The Italian document is the one to file.

## Head
report-title = Criminal complaint (denuncia-querela)
report-subtitle = under articles 333 and 336 of the Italian code of criminal procedure
report-document-title = Criminal complaint and file of evidence
report-courtesy = Courtesy translation, for reading only: the document to sign and file is the Italian one.
report-recipient = To the Public Prosecutor's Office at the Court of
report-recipient-or = through (receiving office: Polizia Postale, Questura, Carabinieri)
report-case-number = Protocol or case number (written by the office)
report-fill-note = Blank spaces are filled in by hand by the person who makes the complaint. What follows was put in order with Argine, free software, from the files handed over by the same person; every sentence points to the message it comes from. The program passes no judgement on anybody.

## Person
report-person-heading = The person who makes the complaint
report-person-name = Surname and name
report-person-born = Place and date of birth
report-person-tax = Italian tax code
report-person-residence = Residence
report-person-phone = Telephone
report-person-mail = E-mail or certified e-mail
report-person-document = Identity document (type, number, issued by, date)
report-person-lawyer = Lawyer, if appointed
report-age-choice = Age of the affected person:
report-age-adult = 18 or over
report-age-minor = under 18
report-guardian-heading = If the affected person is under 18
report-guardian-heading-minor = Affected person under 18
report-guardian-note = Under 14 a parent or the guardian makes the complaint. From 14 on the young person may also make it alone (art. 120 of the criminal code).
report-guardian-name = Surname and name of the person under 18
report-guardian-born = Place and date of birth
report-guardian-capacity = Capacity of who makes the complaint (parent, guardian, special guardian, in person)
report-custodian-affected_person = The person who makes the complaint took part in the conversations and acquired the files personally.
report-custodian-guardian = The files are handed over by a parent or guardian of the affected person.
report-custodian-representative = The files are handed over by somebody who assists the affected person, who acquired them personally from their own device.
report-domicile-heading = Address for service
report-domicile = Under art. 153-bis of the code of criminal procedure the complainant declares or elects domicile, for every communication and notice, at:
report-domicile-mail = E-mail address (certified or not)

## Against
report-against-heading = Against whom
report-against = The undersigned makes this complaint against persons unknown: whoever committed the facts described, and in particular who uses the names, contacts, accounts and addresses that follow.
report-against-names = Names used in the conversations
report-indicator-type = Type
report-indicator-value = Value
report-indicator-check = Formal check
report-indicator-messages = Messages
report-indicator-none = No contacts or accounts that may belong to who blackmails were found in the conversations that were read. If others are known:
report-indicator-more = { $count } more items of the same sort are in the digital case file.
report-indicator-written = written as:
report-indicator-note = “Holds” means that check digits and structure are correct; it does not say whose account or contact it is. An account may be in the name of a straw person.
report-check-holds = holds
report-check-fails = does not hold
report-check-none = has none
report-kind-phone = Telephone
report-kind-email = E-mail
report-kind-handle = Profile
report-kind-iban = IBAN
report-kind-account = Account
report-kind-card = Card
report-kind-crypto = Crypto-currency wallet
report-kind-mtcn = Money transfer code
report-kind-url = Web address
report-kind-name = Name of the beneficiary
report-kind-giftcode = Gift card code

## Facts
report-facts-heading = The facts
report-facts-intro = The facts result from the conversation on { $platform } between the persons below.
report-facts-owner = Affected person, in the conversation
report-facts-other = Who writes from the other side
report-facts-unknown = not stated in the file: the person who makes the complaint says who it is
report-facts-size = { $count ->
    [one] The conversation holds 1 entry
   *[other] The conversation holds { $count } entries
  }, lines written by the app included.
report-facts-period = It runs from { $first } to { $last }.
report-facts-exhibit = It is in exhibit { $exhibit }.
report-facts-number = Messages are quoted by their place in the conversation; the first is number 0. Words in quotation marks are literal, mistakes included. Underlined numbers lead to the transcript in annex A.
report-time-heading = Times
report-time-device = T = clock of the telephone, zone { $zone } presumed
report-time-screen = S = time read from a screenshot, as the phone showed it
report-time-offset = F = time with the zone given by the service
report-time-instant = U = instant recorded by the service (UTC), shown in zone { $zone }
report-time-none = no time
report-platform-whatsapp = WhatsApp
report-platform-telegram = Telegram
report-platform-instagram = Instagram
report-platform-messenger = Messenger
report-platform-email = e-mail
report-platform-snapchat = Snapchat
report-platform-tiktok = TikTok
report-platform-discord = Discord
report-platform-signal = Signal
report-platform-tinder = Tinder
report-platform-badoo = Badoo
report-platform-bumble = Bumble
report-platform-meetic = Meetic
report-platform-line = LINE
report-platform-sms = text messages and phone
report-platform-unknown = a messaging service
report-summary-kind = Overview
report-kindof-financial_gang = signs of blackmail for money by strangers, with intimate material that exists or is only claimed
report-kindof-known_ex = signs of threats, or sharing of intimate material, by a person known to the affected person
report-kindof-sexual_demand = signs of blackmail for more images or sexual acts
report-kindof-spam_bluff = signs of a mass message that pretends to hold intimate material
report-kindof-fake_authority = signs of a false authority (police, court, lawyer) that asks for money
report-kindof-recovery_scam = signs of a paid offer of deletion or refund to a person already blackmailed
report-kindof-lure = signs of an approach, without a threat yet
report-kindof-disclosure = an account given to a trusted person
report-kindof-other_scam = signs of a scam without intimate material
report-kindof-benign = the program recognised no sign of blackmail; the facts are to be told in person or in writing
report-proofs-heading = The elements of the blackmail
report-proof-leverage = Intimate material that exists or is claimed
report-proof-threat = Threat to disclose it or to harm
report-proof-demand = Demand for money, images or something else
report-proof-absent = does not result from the conversation
report-proof-messages = { $count ->
    [one] message
   *[other] messages
  }
report-chronology-heading = Chronology
report-column-number = No.
report-column-time = Date and time
report-column-sender = Who writes
report-column-fact = Fact and literal words
report-column-text = Text
report-more-cited = { $count ->
    [one] One more message cited by the analysis is not printed here: it is
   *[other] { $count } more messages cited by the analysis are not printed here: they are
  } in the full transcript of the case file.
report-cut = […]
report-cut-note = […]: text shortened in print only; it is complete in the full transcript and in the original.
report-money-heading = Sums and deadlines
report-money-demanded = Sums demanded
report-money-paid = Sums that the affected person says they paid
report-money-deadline = Deadlines set
report-money-message = message
report-money-more = and { $count } more
report-money-none = none results from the conversation
report-money-confirm = Sums and deadlines are those written in the messages. The affected person adds here payments made outside the conversation (date, sum, means, receipt):
report-publication-none = No threat to publish results from the conversation.
report-publication-threatened = Publication is threatened.
report-publication-claimed = Who blackmails says that the material was already shared; this is not established.
report-publication-done = It results that the material was shared.
report-others-heading = Other conversations in the case file
report-others-line = { $platform }, { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }
report-others-flagged = with signs of blackmail
report-others-more = and { $count } more
report-own-heading = Account of the affected person
report-own-empty = No conversation was read from the files handed over. The affected person tells the facts here: who wrote and from which profile or number, when, what was threatened, what was demanded, what was paid or shared.
report-own-add = Facts to add (telephone and video calls, meetings, blocked profiles, material shared):

## Stages
report-stage-contact = first contact
report-stage-grooming = winning trust
report-stage-app_move = move to another app
report-stage-intimacy_request = request for intimacy or images
report-stage-capture = material obtained or recorded
report-stage-threat = threat
report-stage-negotiation = bargaining over the sum
report-stage-payment = payment
report-stage-repeat_demand = new demand
report-stage-control = control over the person
report-stage-publication = publication

## Conduct
report-tactic-love_bombing = insistent flattery
report-tactic-exchange_bait = invitation to exchange images
report-tactic-contact_list_proof = shows that the person's contacts are known
report-tactic-material_proof = shows, or says to have, the material
report-tactic-countdown = countdown
report-tactic-sick_relative = pretext of a sick relative
report-tactic-fake_authority = poses as an authority
report-tactic-false_accusation = false accusation against the affected person
report-tactic-third_party_theft = says that others stole the material
report-tactic-price_drop = lowers the sum
report-tactic-price_raise = raises the sum
report-tactic-instalments = offers instalments
report-tactic-greeting_duty = imposes greetings or presence
report-tactic-night_pressure = pressure at night
report-tactic-call_flood = flood of calls
report-tactic-group_creation = creates a group with the contacts
report-tactic-scheduled_publication = scheduled publication
report-tactic-web_publication = publication on the web
report-tactic-family_threat = threat to involve the family
report-tactic-work_school_threat = threat to involve work or school
report-tactic-false_promise = promise to delete
report-tactic-isolation = order to tell nobody
report-tactic-block_threat = threat in case of blocking
report-tactic-suicide_goading = incitement to self-harm
report-tactic-reputation_ruin = threat to reputation
report-tactic-payment_guidance = instructions for paying
report-tactic-receipt_demand = demands the receipt
report-tactic-sexual_demand = demands images or sexual acts
report-tactic-coerced_return = demands a return to the relationship
report-tactic-doxxing = collects, or threatens to spread, personal data
report-tactic-deepfake = forged images
report-tactic-impersonation = use of the identity of the person or of others
report-tactic-upfront_fee = demands money in advance
report-tactic-device_hack_claim = says to control the device
report-event-demand = demand: { $amount }
report-currency-inferred = { $number } (probably { $currency }: the message names no currency)
report-event-payment = payment stated: { $amount }
report-event-deadline = deadline set: { $due }
report-event-publication = sharing
report-event-leverage = intimate material
report-event-threat = threat
report-event-demand-words = demand
report-event-age = the affected person says their age
report-event-indicator = contact or account of who blackmails

## Offences
report-offences-heading = Offences to evaluate
report-offences-intro = The following are submitted to the evaluation of the judicial authority, without claiming a final qualification, together with any other offence that may be found.
report-offences-none = The facts are submitted to the judicial authority, for any offence that may be found.
report-offence-because = Elements:
report-offence-ex_officio = Prosecuted ex officio.
report-offence-complaint = Prosecuted on complaint.
report-offence-complaint-months = Prosecuted on complaint, within { $months ->
    [one] 1 month
   *[other] { $months } months
  }.
report-offence-depends = Prosecuted ex officio or on complaint, depending on the case.
report-source = Source
report-source-seen = seen on { $date }
report-checked = checked on { $date }
report-stale = the review date is past: check again
report-confirm = to be confirmed
report-said = said by the person

## Place, time, will
report-place-heading = Place, time and knowledge of the facts
report-place-where = The affected person was in (place)
report-place-known = Learned of the facts on (date)
report-place-first = From the conversation: first threat or demand on { $first }, message
report-place-last = Last fact cited on { $last }, message
report-will-heading = Will to prosecute
report-will = For these reasons the undersigned makes a criminal complaint for the facts described and for every offence found in them, against whoever will be held responsible, and asks for the punishment of those who are guilty.

## Evidence
report-evidence-heading = Index of the evidence
report-evidence-intro = The affected person produces the following documents under art. 234 of the code of criminal procedure. They were acquired personally from the person's own device or account: they are not a police acquisition. The SHA-256 digest identifies each file; if one byte changes, the digest changes.
report-evidence-intro-guardian = The following documents are produced under art. 234 of the code of criminal procedure, acquired from the affected person's device or account by who is responsible for the person: they are not a police acquisition. The SHA-256 digest identifies each file; if one byte changes, the digest changes.
report-evidence-number = Exh.
report-evidence-file = File and SHA-256 digest
report-evidence-size = Bytes
report-evidence-how = How acquired, where the original is
report-evidence-none = No file was handed over.
report-evidence-more = { $count ->
    [one] One more exhibit is not printed here: it is
   *[other] { $count } more exhibits are not printed here: they are
  } listed with digests in the full transcript of the case file.
report-acquired-screenshot = Picture of the screen
report-acquired-app_export = Export made by the app
report-acquired-backup = Backup or database
report-acquired-unknown = How it was acquired is to be stated
report-holder-affected_person = original with the affected person
report-holder-guardian = original with the parent or guardian
report-holder-representative = original with who assists the affected person
report-handling-copied = identical copy in the digital case file
report-handling-hash_only = only the digest is in the case file: the file may hold pictures or video and was not copied
report-handling-text-only = the case file holds the digest and an identical copy of its text files; pictures and video were neither copied nor shown
report-members = Holds { $count ->
    [one] 1 file
   *[other] { $count } files
  }
report-members-more = { $count } more with their digests in the full transcript of the case file
report-member-unhashed = digest could not be computed
report-class-text = text
report-class-image = picture
report-class-video = video
report-class-audio = sound
report-class-document = document
report-class-archive = archive
report-class-unknown = file
report-evidence-other = Other documents produced (payment receipts, screen pictures, page addresses):
report-originals-heading = Originals at disposal
report-originals = The device and the account that hold the originals are at the disposal of the judicial authority for a forensic copy (law 48/2008; arts. 244, 247, 254-bis, 352, 354 of the code of criminal procedure: to be confirmed).
report-originals-device = Device (make, model, who holds it)
report-minor-heading = Care for images of persons under 18
report-minor-text = No intimate image is attached to this complaint. Pictures and videos of the affected person were not opened, shown, copied or sent (art. 600-quater of the criminal code): the index holds only name, digest and type. The device that holds them is at disposal.
report-minor-description = Description of the material in words, if needed (who has it, where it is)
report-possible-text = The age of the affected person was not stated: for caution, what holds for persons under 18 is applied. No intimate image is attached to this complaint. Pictures and videos were not opened, shown, copied or sent (art. 600-quater of the criminal code): the index holds only name, digest and type. The device that holds them is at disposal.

## Requests
report-requests-heading = Requests
report-requests-intro = The undersigned asks:
report-request-preserve = that service providers be ordered urgently to preserve the data (registration, access, IP addresses, content) of the profiles, numbers and addresses listed, before they are deleted (Budapest Convention, art. 16: to be confirmed);
report-request-payments = that the data of the accounts, cards and wallets listed be acquired from banks, Poste, payment and money transfer companies and crypto-currency services, with identification of who opened them and who withdrew the money, and that sums still there be frozen;
report-request-seize = preventive seizure, also by blocking access, of the profiles, pages and content by which the offence is committed or continues (art. 321 of the code of criminal procedure: to be confirmed);
report-request-cooperation = identification of the holders and, where needed, cooperation with authorities of other states and with Europol;
report-request-335 = communication of the registrations that concern the person as offended party (art. 335 of the code of criminal procedure);
report-request-408 = notice of a request to close the case (art. 408, para. 2) and to extend the investigation (art. 406, para. 3, of the code of criminal procedure);
report-request-459 = the person opposes settlement by penal decree (art. 459 of the code of criminal procedure);
report-request-civil = the person reserves the right to join as civil party, to appoint a lawyer and to add to this complaint.
report-persons-heading = Persons with information
report-persons-intro = Who saw or received messages or material, or knows something of the facts (name, contact, what they know):
report-receipt-heading = Receipt
report-receipt = A copy of this complaint with certificate of deposit and registration number is requested.
report-receipt-space = Space for the office: date, stamp, signature, number
report-sign-place = Place and date
report-sign-person = Signature of who makes the complaint
report-sign-guardian = Signature of parent or guardian, if needed
report-attachments-list = Annexes: A, transcript of the messages cited; B, what was not read; C, how to verify the digests; D, sources and dates of the rules cited.

## Annexes
report-annex-a = Annex A: transcript of the messages cited
report-annex-a-intro = Every message cited is printed with the one before and the one after. Numbers in bold lead back to the chronology.
report-annex-a-full = The full transcript ({ $count ->
    [one] 1 entry
   *[other] { $count } entries
  }) is in the digital case file; the original is exhibit { $exhibit }.
report-annex-a-empty = No message cited.
report-skipped = { $count ->
    [one] one message not printed
   *[other] { $count } messages not printed
  }
report-unicode-note = Characters that the typefaces of this document do not hold are shown by their Unicode code, for example [U+1F608]. The original keeps them.
report-direction-note = { $count ->
    [one] 1 invisible mark of text direction or emoji variant was
   *[other] { $count } invisible marks of text direction or emoji variant were
  } left out of the print.
report-strict-note = Because of a difficulty in printing, this document shows Latin characters only: all others are shown by their code.
report-hidden = [{ $count ->
    [one] 1 invisible character
   *[other] { $count } invisible characters
  }: { $codes }]
report-app = app
report-edited = edited
report-forwarded = forwarded
report-embedded = holds a line shaped like another message's header: compare with the original
report-message-deleted = [deleted message]
report-message-view_once = [view-once message, content not kept]
report-message-unsupported = [content that the app did not export]
report-message-empty = [no text]
report-call = [{ $kind }, { $outcome }{ $seconds }]
report-call-voice = call
report-call-video = video call
report-call-answered = answered
report-call-missed = missed
report-call-declined = declined
report-call-unknown = outcome not known
report-call-seconds = , { $count } s
report-attachment-present = [{ $class }: { $name }]
report-attachment-omitted = [{ $class } left out of the export: { $name }]
report-attachment-missing = [{ $class } named but not found: { $name }]
report-attachment-nameless = no name
report-annex-b = Annex B: what was not read
report-annex-b-intro = What is missing or could not be read is stated here, so that nothing is passed over.
report-annex-b-nothing = All that was handed over as text was read.
report-annex-b-loss = { $path }: { $bytes } bytes that may hold text were not read, in { $count ->
    [one] 1 place
   *[other] { $count } places
  }
report-annex-b-line = line { $line }
report-annex-b-listed = { $count ->
    [one] 1 file that may hold pictures, sound or documents was listed with its digest and not read.
   *[other] { $count } files that may hold pictures, sound or documents were listed with their digests and not read.
  }
report-annex-b-more = and { $count } more items, in the full transcript of the case file
report-annex-b-times = { $count ->
    [one] once
   *[other] { $count } times
  }
report-annex-c = Annex C: verify without Argine
report-annex-c-intro = Common tools are enough. In the folder of the digital case file, from a terminal:
report-annex-c-1 = sha256sum -c manifest-sha256.txt
report-annex-c-1-why = checks every file of the case (Linux)
report-annex-c-2 = shasum -a 256 -c manifest-sha256.txt
report-annex-c-2-why = the same on macOS
report-annex-c-3 = Get-FileHash -Algorithm SHA256 "file name"
report-annex-c-3-why = the digest of a file on Windows (PowerShell)
report-annex-c-4 = sha256sum "file name"
report-annex-c-4-why = the digest of an original, to compare with the index of the evidence
report-annex-c-5 = sha256sum tagmanifest-sha256.txt
report-annex-c-5-why = the digest of the list itself, to note in the record of deposit
report-annex-d = Annex D: sources and dates of the rules cited
report-annex-d-intro = Rules cited in this complaint outside the list of offences. “To be confirmed” means that nobody has checked the official text yet. It is not legal advice.
report-annex-d-norm = Rule
report-annex-d-use = Why it is cited
report-annex-d-source = Source and date
report-norm-form = form of the complaint
report-norm-domicile = address for service of the complainant
report-norm-minor14 = complaint by a person of 14 or over
report-norm-documents = messages produced by the affected person as documents
report-norm-forensic = forensic copy of the device
report-norm-preserve = urgent preservation of data
report-norm-seize = preventive seizure and blocking
report-norm-notices = notices to the offended person, opposition to a penal decree
report-norm-images = possession of and access to images of persons under 18
report-norm-receipt = copy with certificate of deposit
report-footer-first = Exhibit 0001, SHA-256
report-footer-none = No exhibit
report-page = page { $page } of { $total }
report-transcript-title = Full transcript
report-transcript-conversation = Conversation { $number }: { $platform }
report-transcript-unread = parts not read
report-transcript-files = Files handed over and their content, with SHA-256 digest
report-transcript-none = No conversation was read.
report-annex-c-command = Command
report-annex-c-what = What it does

## What was not read (annex B)
# Variables: $file name of the file, $line line, $count how many times, $detail name, limit or number.
report-finding-empty = { $file }: the file is empty.
report-finding-unknown-format = { $file }: format not recognised, not read.
report-finding-media-listed = { $file }: pictures, video, sound or documents of which only fingerprints were computed, without showing or reading them ({ $count }).
report-finding-archive-damaged = { $file }: archive damaged or incomplete, read only in part.
report-finding-archive-encrypted = { $file }: entries protected by a password, not read ({ $count }).
report-finding-limit-reached = { $file }: safety limit exceeded ({ $detail }), part not read.
report-finding-unsafe-name = { $file }: entry with a name that leads out of the archive ({ $detail }), listed and not read.
report-finding-duplicate-name = { $file }: the name { $detail } occurs more than once; all entries are listed.
report-finding-member-unreadable = { $file }: the entry { $detail } cannot be unpacked in full.
report-finding-encoding = { $file }: text not in UTF-8, read as { $detail }.
report-finding-broken-text = { $file }: invalid characters replaced for reading ({ $count }); the original does not change.
report-finding-json-damaged = { $file }: data cut short or damaged, read only in part.
report-finding-mail-damaged = { $file }: damaged mail, read only in part.
report-finding-unreadable-messages = { $file }: messages that cannot be read, wholly or in their time ({ $count }).
report-finding-date-order-assumed = { $file }: nothing decides the order of day and month in dates; the order used is presumed ({ $detail }).
report-finding-time-goes-back = { $file }: times go backwards ({ $count }); the order is that of the file.
report-finding-embedded-header = { $file }: lines inside a message shaped like the beginning of another ({ $count }); compare with the telephone.
report-finding-omitted-media = { $file }: media that the export does not hold ({ $count }).
report-finding-export-limit = { $file }: the number of messages is near the app's limit ({ $detail }); the oldest may be missing.
report-finding-group-conversation = { $file }: group conversation ({ $detail } people); roles are uncertain.
report-finding-owner-unknown = { $file }: the file does not say which participant is the affected person.
report-finding-folded-time = { $file }: messages in the hour that comes twice at the end of summer time ({ $count }); which of the two is not known.
report-finding-clock-disagrees = { $file }: two clocks of the same source disagree ({ $detail }, { $count }).
report-finding-own-messages-only = { $file }: the data downloaded from { $detail } hold only the messages of whoever downloaded them.
report-finding-html-export = { $file }: data downloaded as HTML, without time zone.
report-finding-known-omission = { $file }: the data downloaded from { $detail } do not hold all messages of the chat.
report-finding-columns-guessed = { $file }: table, columns told from their contents ({ $detail }).
report-finding-contacts-read = { $file }: list of contacts ({ $count }), used only to protect the offended person.
report-finding-logins-read = { $file }: list of logins to the account ({ $count }).
report-finding-sender-verified = { $file }: the receiving server noted a valid DKIM signature of the domain { $detail } (topmost note; the others are not considered).
report-finding-sender-unverified = { $file }: no trustworthy note of the receiving server proves that the mail comes from { $detail }; older notes can be forged.
report-finding-sender-is-recipient = { $file }: the sender given is the recipient's own address ({ $detail }), without a trustworthy signature; the sender is probably forged.
report-finding-duplicates-merged = { $file }: messages that stand in another export too ({ $count }), shown once with both origins.
report-finding-exports-disagree = { $file }: messages that stand in only one of two exports of the same chat ({ $count }).
report-finding-screenshot-read = { $file }: text taken from the picture ({ $count } messages), to be compared with the picture.
report-finding-screenshot-held = { $file }: picture not read; only its fingerprints were taken.
report-finding-screenshot-without-engine = { $file }: picture not read, the reading program is missing.
report-finding-screenshot-without-chat = { $file }: picture in which no chat was recognised.
