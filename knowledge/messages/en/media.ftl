# Fingerprints of pictures and videos: why a file does not open, what a match is worth, what was compared.

media-error-empty = The file is empty. Try to save it again from the app it comes from.
media-error-file-too-large = The file is too large to be opened here. The fingerprints of the file (SHA-256 and MD5) are there all the same.
media-error-too-many-pixels = The picture says that it is too large. To be safe it was not opened. If it is a photo of yours, export a smaller copy.
media-error-needs-system = This format (HEIC or AVIF) opens only with a program of the system. On the iPhone: open the photo, tap Share, then Options, choose "Most Compatible" and save to Files. On a computer: open the photo and export it as JPEG.
media-error-video = This file is a video: its pictures are read with ffmpeg or with the browser.
media-error-unknown = This file is no picture that we can read. The fingerprints of the file are there all the same.
media-error-damaged = This picture is damaged or incomplete. If you have another copy, try that one.

media-ffmpeg-missing = Reading this video needs the program ffmpeg, which is not here. Install it (on Debian and Ubuntu: apt install ffmpeg) or export some pictures from the video. The fingerprints of the file are there all the same.
media-ffmpeg-refused = ffmpeg cannot read this file. It may be incomplete: try another copy.
media-ffmpeg-time = Reading the video took longer than allowed and was stopped. Try a shorter part.
media-ffmpeg-no-pictures = There are no pictures in this file.

# What a match is worth. Never "identical": fingerprints agree, people confirm.
media-band-same-reencoded = Same picture, encoded again.
media-band-very-likely = Very likely match.
media-band-to-check = To be checked: a person has to look.
media-band-none = No match.
media-error-basis = By a simple mathematical model, a coincidence by chance is almost impossible (less than 1 in 10 to the 30). The real risk is pictures that look alike and lists with wrong entries. That is why a person has to confirm before any notice is sent.
media-confirm-first = Before this match is used, a person has to confirm it.

media-variant-whole = Whole picture.
media-variant-as-stored = Whole picture, as it is stored in the file.
media-variant-mirrored = Whole picture, mirrored.
media-variant-shape = Middle part, in the shape { $a }:{ $b }.
media-variant-shape-start = First part, in the shape { $a }:{ $b }.
media-variant-zoom = Picture without { $a } % of each side.
media-variant-without-bottom = Picture without { $a } % at the bottom.
media-variant-without-top = Picture without { $a } % at the top.

media-trim-none = All of the found picture was compared.
media-trim-frame = The found picture was compared without its frame.
media-trim-screenshot = The picture inside a screenshot was compared.
media-trim-band = The found picture was compared without a band at the top or bottom.

media-orientation-original = Same way round.
media-orientation-rotate-90 = Turned by a quarter.
media-orientation-rotate-180 = Upside down.
media-orientation-rotate-270 = Turned by three quarters.
media-orientation-flip-x = Mirrored top to bottom.
media-orientation-flip-y = Mirrored left to right.
media-orientation-flip-plus-1 = Mirrored along a diagonal.
media-orientation-flip-minus-1 = Mirrored along the other diagonal.

media-screening-usable = The fingerprint can be used.
media-screening-low-quality = There are too few details in the picture to recognise it.
media-screening-not-a-picture = This fingerprint cannot come from a real picture.
media-screening-negative = It is a common, harmless picture that is already known.
media-screening-quarantined = This fingerprint matched too often in a short time. It waits for a person to look.

media-refusal-bad-value = A fingerprint of a wrong length or with wrong characters.
media-refusal-not-a-picture = A fingerprint that cannot come from a real picture.
media-refusal-other-kind = A kind of fingerprint that is not computed here.
media-refusal-unknown-state = The state of the entry is not known: it was not added.
media-refusal-not-a-record = An entry that cannot be read.

media-band-same-file = Same file, byte for byte.
media-variant-moment = Frame of your video, at second { $a }.
media-variant-listed = Entry of a list.
media-trim-moment = The frame of the found video at second { $a } was compared.

# Sheets for handing fingerprints to those who block intimate images.

handoff-stopncii-title = Handing the fingerprints to StopNCII
handoff-take-it-down-title = Handing the fingerprints to Take It Down
handoff-kept = Your case there
handoff-number = Case number: { $number }
handoff-pin = PIN: { $pin }
handoff-day = Handed over on { $day }
handoff-covers = What it covers
handoff-not = What it does not cover
handoff-needs = What you need
handoff-how = How
handoff-after = Afterwards
handoff-sources = Sources
handoff-checked = Checked on { $date }.
handoff-to-be-confirmed = To be confirmed: look at the page of the service too.
handoff-reminder = Check the case
handoff-stopncii-covers-1 = Intimate images and videos in which you were 18 or over.
handoff-stopncii-covers-2 = The fingerprint is made on your device. The file does not leave.
handoff-stopncii-covers-3 = The platforms that take part receive the fingerprint and can recognise the same image. The list changes: see it on stopncii.org.
handoff-stopncii-not-1 = Private and encrypted chats, such as WhatsApp. Telegram does not take part.
handoff-stopncii-not-2 = Sites and apps that do not take part.
handoff-stopncii-not-3 = Altered copies: a crop, some text or an emoji can be enough not to be recognised.
handoff-stopncii-not-4 = Videos that were saved again: the fingerprint is of that file, byte for byte.
handoff-stopncii-not-5 = Nobody can promise that the image disappears. The service only tells you how far your case is.
handoff-stopncii-needs-1 = To be 18 or over, and to have been so in the image. If you were younger: Take It Down.
handoff-stopncii-needs-2 = The file on your device. If you only have a screenshot of what they sent you, you can use that.
handoff-stopncii-how-1 = Open stopncii.org on the device that already has the file. Type the address yourself.
handoff-stopncii-how-2 = Send the file to nobody for help, not even to those who promise to delete it.
handoff-stopncii-how-3 = At the end you receive a case number and a PIN. Without them the case cannot be found again.
handoff-stopncii-how-4 = Put them into your case: argine handoff stopncii --into CASE --number NUMBER --pin
handoff-stopncii-after-1 = Go back to the page after a week with number and PIN and look at the state.
handoff-stopncii-after-2 = You can withdraw the case whenever you like, with number and PIN.
handoff-stopncii-after-3 = If the image appears all the same, report the page to the platform and keep its address.
handoff-take-it-down-covers-1 = Intimate images and videos taken when you were under 18, even if you are older today.
handoff-take-it-down-covers-2 = It is free and anonymous. The fingerprint is made on your device and the file does not leave.
handoff-take-it-down-covers-3 = The platforms that take part can recognise the same image where it is public.
handoff-take-it-down-not-1 = Private and encrypted chats, such as WhatsApp.
handoff-take-it-down-not-2 = Sites and apps that do not take part.
handoff-take-it-down-not-3 = Altered copies: a crop or an emoji can be enough not to be recognised.
handoff-take-it-down-not-4 = Videos that were saved again: the fingerprint is of that file, byte for byte.
handoff-take-it-down-needs-1 = The device that already has the file. Do not download it again and do not have it sent back.
handoff-take-it-down-needs-2 = If you do not have the file, or are under 18 and unsure, call 1.96.96 (Italy): they help you.
handoff-take-it-down-how-1 = Open takeitdown.ncmec.org on the device that already has the file. Type the address yourself.
handoff-take-it-down-how-2 = Show and send the file to nobody, not even to those who help you.
handoff-take-it-down-how-3 = Keep the code that you receive: argine handoff take-it-down --into CASE --number CODE
handoff-take-it-down-after-1 = If the image appears all the same, do not open or share it: report the page and tell those who help you.
handoff-take-it-down-after-2 = You can also ask the data protection authority (Garante) and the Polizia Postale for help.
