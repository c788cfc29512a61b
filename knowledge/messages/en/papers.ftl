# Argine · papers
# The person's form and the papers beside the complaint.

## Form
statement-intro = Form for the papers of the case. Fill it in with any text editor: write between the quotation marks.
    Nothing is compulsory: what you leave empty stays blank on paper.
    The form stays on your device.
statement-own-words = The facts in your own words, if you want to add anything:
statement-witnesses = People who know of the facts, one entry each: ["name, how to reach them, what they know", "..."]
statement-domicile = Address for service
statement-accused = Who you accuse, if you know who it is. If not, leave it empty: the complaint will be against persons unknown.
statement-payments = Payments that you made. For each one copy the group below, take away the # sign and write [[payments]] above it.
statement-facts = Facts that the program read out of the messages. In answer write: yes, no, or how it really was.
    Facts answered no stay out of the papers. Facts without an answer are marked as to be confirmed.
statement-trace = { $kind } of the blackmailer: { $value }

## Complaint: additions
report-against-known = The undersigned reports, and files a complaint against, the person named below and anybody else who took part. The names, contacts, accounts and addresses that follow are given too.
report-accused-name = Surname and name of the accused
report-accused-relation = Relation to the affected person (for example: former partner, colleague)
report-accused-address = Where they can be found
report-money-stated = Payments stated by the person:
report-answers-heading = What the person confirms
report-answers-intro = The program read the following facts out of the words of the messages. The person's answer counts; where it is missing it is marked here by hand.
report-answers-fact = Fact read out of the messages
report-answers-answer = The person's answer
report-answer-open = ☐ yes  ☐ no (to be confirmed)
report-answer-confirmed = confirmed
report-answer-corrected = Corrects:
report-answers-more = { $count ->
    [one] One more fact to confirm is
   *[other] { $count } more facts to confirm are
  } in the form of the case.
report-answers-rejected = { $count ->
    [one] One fact that the program had read was not confirmed by the person and is left out.
   *[other] { $count } facts that the program had read were not confirmed by the person and are left out.
  }

## In common
paper-reading-note = Words in bold and sums are the program's reading: the person confirms them. Words in quotation marks are verbatim.
paper-made-on = Paper prepared on { $date }.
paper-grade-a = check digits and structure
paper-grade-b = structure and words around it
paper-grade-c = weak: it only looks like one

## Timeline
paper-timeline-title = Timeline of the facts
paper-timeline-subtitle = with the words of the messages and the exhibit that holds them
paper-timeline-intro = The messages that matter, from the first to the last, out of every conversation handed over. Each row names the message and the exhibit it comes from.
paper-timeline-empty = No fact to report was recognised in the conversations handed over.

## Index of exhibits
paper-exhibits-title = Index of exhibits
paper-exhibits-subtitle = every file with its SHA-256 digest
paper-exhibits-intro = The files handed over and what they contain. A SHA-256 digest identifies a file: if a single byte changes, so does the digest. No picture is reproduced here.
paper-exhibits-more = { $count ->
    [one] One more row is not printed:
   *[other] { $count } more rows are not printed:
  } the whole list is in manifest-sha256.txt and in the full transcript.

## Payments
paper-payments-title = Payments ledger
paper-payments-subtitle = sums demanded and sums paid
paper-payments-intro = For the bank, the post office or the payment service to stop or recall the money, and for investigators to follow it.
paper-payments-made = Payments made, as stated by the person
paper-payments-made-note = To be completed from the receipts: one row for each operation.
paper-payments-date = Date and time
paper-payments-amount = Sum
paper-payments-channel = How
paper-payments-beneficiary = To whom (account, card, name)
paper-payments-reference = Number of the operation
paper-payments-at = Bank or office
paper-payments-receipt = Receipt
paper-payments-said = Payments spoken of in the conversations
paper-payments-said-none = Nobody says that they paid in the conversations that were read.
paper-payments-demanded = Sums demanded
paper-payments-demanded-none = No precise sum was recognised in the conversations that were read.
paper-payments-keep-heading = What to keep
paper-payments-keep-receipt = Receipts, screens of the operation, confirmation by mail or text message.
paper-payments-keep-number = The number of the operation: CRO or TRN of a transfer, MTCN or pick-up code of a money transfer, code and till receipt of a gift card, transaction hash of a crypto-currency.
paper-payments-keep-bank = The case number that the bank gives you, with date, time and the name of who answered.
paper-payments-keep-never = Pay nothing more, and do not trust anybody who sells the recovery of your money.

## Traces
paper-indicators-title = Traces of the blackmailer
paper-indicators-subtitle = contacts, accounts, addresses and names, with every message where they stand
paper-indicators-intro = Values are written in one uniform form, so that they can be compared with those of other cases; the form used in the message stands beside.
paper-indicators-theirs = The blackmailer's
paper-indicators-unknown = Not known whose
paper-indicators-none = None.
paper-indicators-own = Contacts and accounts of the affected person, and those of public services, banks and helplines, are left out.

## Preservation of data
paper-preservation-title = Request for urgent preservation of data
paper-preservation-subtitle = so that the blackmailer's data are not deleted
paper-preservation-to = To the office that investigates or receives the complaint
paper-preservation-intro = The undersigned asks that the providers named be ordered urgently to preserve the data on the following profiles, numbers and addresses before they are deleted. The request goes with the complaint: the authority orders preservation, not the writer.
paper-preservation-which = Profiles, numbers and addresses
paper-preservation-service = Service or type
paper-preservation-when = Period
paper-preservation-period = from { $first } to { $last }
paper-preservation-what = Data to preserve
paper-preservation-registration = registration: name, e-mail, telephone, date, IP address;
paper-preservation-accesses = accesses: date, time, IP address and port, device;
paper-preservation-contents = messages, pictures, videos and groups, even if deleted by the sender;
paper-preservation-contacts = changes of name, number and profile; profiles approached in the same way;
paper-preservation-payments = linked accounts, cards and wallets: holder, movements, place and person of the withdrawal;
paper-preservation-links = pages and web addresses: who made them, from where, who hosts them.
paper-preservation-why = Why it is urgent
paper-preservation-reason = Many providers delete access data after a short time, and the blackmailer can close the profiles at any moment. While the data exist, they can lead to who wrote and who cashed in.

## Receipt
paper-receipt-title = Receipt of delivery
paper-receipt-subtitle = what was handed over, to whom, when
paper-receipt-intro = Two signed copies: one stays with who hands over, one with who receives.
paper-receipt-from = Who hands over
paper-receipt-to = Office or firm that receives
paper-receipt-who = Name and rank of who receives
paper-receipt-medium = Medium (stick, disk, paper; make and number)
paper-receipt-root = Digest of the seal of the case
paper-receipt-root-note = The digest of the seal is the one that Argine shows when it seals or verifies the case: who receives compares it with that of the files on the medium.
paper-receipt-files = Files handed over
paper-receipt-given = Handed over
paper-receipt-other = Other (devices, paper receipts):
paper-receipt-purpose = The files are handed over for the criminal proceedings and for no other purpose. Who receives them opens no intimate picture beyond what is needed.
paper-receipt-sign-from = Signature of who hands over
paper-receipt-sign-to = Signature of who receives

## Papers of a case
help-argine-report = Prepares the papers of a case: complaint, timeline, exhibits, payments, traces, request for preservation, receipt.
help-argine-case-redact = Makes a copy without names, without media and with blurred contacts, for somebody who only advises you.
help-arg-paper = Which paper: all, form (to fill in), complaint, timeline, exhibits, payments, indicators, preservation, receipt.
help-arg-form = The form that you filled in: the papers follow it.
help-arg-format = In which shape: pdf, text, html or odt, which an office can edit.
line-report-written = Paper ready: { $file }
line-report-form = Form ready: { $file }. Fill it in with a text editor, then run the command again with --form.
line-report-facts-open = The facts that the program read are marked as to be confirmed. To answer: argine report CASE form.
line-redacted = Copy without names in { $file }.
redact-owner = Affected person
redact-other = Blackmailer
redact-someone = Person
redact-file = File
redact-intro = This copy does not hold everything. Left out:
redact-names = { $count ->
    [one] 1 name, replaced
   *[other] { $count } names, replaced
  } by a role;
redact-values = { $count ->
    [one] 1 contact or account, shown
   *[other] { $count } contacts and accounts, shown
  } in part only;
redact-attachments = { $count ->
    [one] name and digest of 1 attachment;
   *[other] names and digests of { $count } attachments;
  }
redact-contacts = { $count ->
    [one] 1 entry of address books and contact lists;
   *[other] { $count } entries of address books and contact lists;
  }
redact-logins = { $count ->
    [one] 1 login to the accounts;
   *[other] { $count } logins to the accounts;
  }
redact-conversations = { $count ->
    [one] 1 conversation without signs of blackmail.
   *[other] { $count } conversations without signs of blackmail.
  }
redact-check = Read it before you give it to anybody: a name written in another way than on the profile is not recognised.
problem-case-changed = The case { $file } has changed since it was sealed: no papers are made from a changed case. See what with: argine case verify.
problem-no-case-file = The case { $file } does not hold the data for the papers. Make the case again with argine respond.
problem-form = The form { $file } cannot be read at line { $line }: { $reason }. Correct that line, or make the form again with argine report CASE form.
problem-form-unknown-fact = The form { $file } answers the fact “{ $id }”, which is not in this case. It may be the form of another case.
problem-form-answered-twice = The form { $file } answers the fact “{ $id }” twice. Keep one answer.
