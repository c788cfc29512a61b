# Argine · reading
# Variables: $file name of the file, $line line, $count how many times, $detail a name, a limit or a number.

## What the person must know about the reading

finding-empty = The file { $file } is empty. Export the chat again and hand over the new file.
finding-unknown-format =
    { $detail ->
        [unknown] The file { $file } is in no format that Argine reads. Keep it as it is and export the chat from the app, or paste the messages into a text file.
        [JSON] { $file } holds JSON files that are no chats of a known app ({ $count }): they were not read. Keep them as they are.
       *[other] The file { $file } looks like { $detail }: Argine does not read it ({ $count }). Keep it as it is and export the chat from the app, or paste the messages into a text file.
    }
finding-media-listed = Pictures, videos, sounds or documents in { $file }: { $count }. Only their fingerprints were taken, none was shown or read. Do not send them to others and do not delete them.
finding-archive-damaged =
    { $detail ->
        [archive] The archive { $file } is damaged or incomplete: what could be read was read. Export the chat again if you can.
       *[other] In the archive { $file } the entry { $detail } is not what the archive says it is. Keep the file as it is and export the chat again if you can.
    }
finding-archive-encrypted = The archive { $file } is protected by a password (locked entries: { $count }). Export again without a password, or unpack the files and hand those over.
finding-limit-reached = { $file } goes beyond a safety limit ({ $detail }): that part was not read. Hand over the files one by one, or a shorter chat.
finding-unsafe-name = In the archive { $file } a name leads out of the archive ({ $detail }): the entry is listed but not read. Keep the file as it is and tell the police about it.
finding-duplicate-name = In the archive { $file } the name { $detail } stands more than once: all the entries are listed. Keep the file as it is.
finding-member-unreadable = In the archive { $file } the entry { $detail } cannot be unpacked completely. Export the chat again if you can.
finding-encoding = The text of { $file } is not UTF-8: it was read as { $detail }. Check that accents and symbols are right.
finding-broken-text = In { $file } some characters are broken (how many: { $count }, the first on line { $line }): they were replaced for reading, the original does not change.
finding-json-damaged = The file { $file } stops short or is damaged (line { $line }): the messages that could be read were read. Download the data again if you can.
finding-mail-damaged = The mail { $file } is damaged: what could be read was read. Save it again from the mail program as an .eml file.
finding-unreadable-messages =
    { $detail ->
        [time] In { $file } the date of some messages is not possible (how many: { $count }, the first on line { $line }): their text was read, their time is missing.
       *[other] In { $file } some messages cannot be read (how many: { $count }, the first on line { $line }). The original is untouched: compare it with the chat on the phone.
    }
finding-date-order-assumed =
    { $detail ->
        [month_day_year] In { $file } nothing says whether the day or the month stands first in dates: the month was taken first. Check a date on the phone and say which order is right with --date-order.
        [year_month_day] In { $file } nothing decides the order of dates: the year was taken first. Check a date on the phone and say which order is right with --date-order.
       *[day_month_year] In { $file } nothing says whether the day or the month stands first in dates: the day was taken first. Check a date on the phone and say which order is right with --date-order.
    }
finding-time-goes-back = In { $file } time goes backwards (times: { $count }, first on line { $line }). Messages stay in the order of the file: compare that place with the phone.
finding-embedded-header = In { $file } some lines look like the beginning of a message but may have been written inside another one (how many: { $count }, the first on line { $line }). Compare that place with the chat on the phone and take a screenshot of it.
finding-omitted-media = The export { $file } does not hold the media of { $count } messages. If you can, export the chat again with media, and keep the phone as it is.
finding-export-limit = { $file } holds { $count } messages, near the app's limit ({ $detail }): the oldest may be missing. Export without media too, now, before you answer or block: the other person can stop you from exporting. Take screenshots of the first messages.
finding-group-conversation = { $file } is a group conversation (people: { $detail }): who does what is uncertain. Check the names yourself.
finding-owner-unknown = In { $file } it is not clear which person is you. Say your name as it stands in the chat with --me.
finding-folded-time = In { $file } some messages fall in the hour that comes twice when summer time ends (how many: { $count }, the first on line { $line }): which of the two is not known. The order is that of the file.
finding-clock-disagrees = In { $file } two clocks disagree ({ $detail }, times: { $count }): the messages stay as they are. Compare that place with the phone.
finding-own-messages-only = The { $detail } download in { $file } holds only what you wrote, not the answers. Take screenshots of the chat on the phone: there you also see the other person's messages.
finding-html-export = { $file } is a download in HTML: the time zone and some marks are missing. It was read. If you can, download the same data as JSON too, for all time.
finding-known-omission = { $detail } does not put everything into the data that can be downloaded (unsaved messages, secret chats, disappearing messages). If you see more in the chat, take screenshots before you block.
finding-columns-guessed = { $file } holds a table: its columns were told from their contents ({ $detail }). Check that this is right.
finding-contacts-read = { $file } holds your contacts or followers: { $count }. They serve to decide whom to warn and stay on this device.
finding-logins-read = { $file } holds the logins to your account: { $count }. If one of them is not yours, change the password.
finding-sender-verified = { $file }: the server that received the mail noted a valid signature of { $detail }. The mail really comes from there, but the signature does not say who the person is.
finding-sender-unverified = { $file }: nothing proves that the mail really comes from { $detail }. A sender can be forged, like the name on an envelope. Do not take it for certain who sent it. Keep the mail as it is, as an .eml file.
finding-sender-is-recipient = { $file }: the mail seems to come from your own address ({ $detail }). Usually the sender is forged: it does not prove that somebody entered your mailbox. To be safe, change the password and switch on two-step verification.
finding-duplicates-merged = { $count } messages of { $file } stand in another export too: they are shown once, with both origins.
finding-exports-disagree = { $file } and another export of the same chat differ: { $count } messages stand in only one of them. Keep both.
finding-screenshot-read = The text of the screenshot { $file } was read from the picture ({ $count } messages): check it against the picture, above all numbers, times and names.
finding-screenshot-held = { $file } is a picture: it was not read, only its fingerprints were taken. If it is a screenshot of a chat and shows nobody undressed or nearly so, say so with --screenshots-show-nobody-undressed and it will be read. Otherwise leave it so.
finding-screenshot-without-engine = { $file } was not read: tesseract, the program that reads text in pictures, is not on this computer. Install it, or look at the picture and type the messages into a text file.
finding-screenshot-without-chat = No chat was recognised in { $file }. The picture stays among the exhibits: if it holds messages, type them into a text file.

## Why a part of the file is in no message

gap-structure = structure of the file
gap-byte-order-mark = encoding mark at the beginning
gap-blank = blank lines
gap-preamble = text before the first message
gap-unreadable = unreadable message
gap-attachment = attachment
gap-alternative = second copy of the same text
gap-picture = picture of the screen
gap-account-data = account data

## Formats

format-whatsapp-text = WhatsApp export
format-telegram-json = Telegram export
format-meta-json = Instagram or Messenger download
format-mail = e-mail
format-telegram-html = Telegram HTML page
format-meta-html = Instagram or Messenger HTML download
format-account-json = account data
format-account-html = list of people in HTML
format-snapchat-json = Snapchat download
format-tiktok-json = TikTok download
format-tiktok-text = TikTok download (text)
format-discord-json = Discord export
format-discord-csv = Discord download (table)
format-signal-text = Signal text
format-sms-xml = backup of text messages and calls
format-tinder-json = Tinder download
format-line-text = LINE export
format-table = table
format-vcard = address book (vCard)
format-mbox = mailbox (mbox)
format-screenshot = screenshot
format-plain-text = plain text

## Platforms

platform-whatsapp = WhatsApp
platform-telegram = Telegram
platform-instagram = Instagram
platform-messenger = Messenger
platform-email = e-mail
platform-snapchat = Snapchat
platform-tiktok = TikTok
platform-discord = Discord
platform-signal = Signal
platform-tinder = Tinder
platform-badoo = Badoo
platform-bumble = Bumble
platform-meetic = Meetic
platform-line = LINE
platform-sms = text messages and phone
platform-unknown = app not given

## Kinds of message

message-kind-text = text
message-kind-media = media
message-kind-call = call
message-kind-system = notice of the app
message-kind-deleted = deleted message
message-kind-view-once = view-once message
message-kind-poll = poll
message-kind-location = location
message-kind-contact = contact
message-kind-unsupported = message that the app did not export
