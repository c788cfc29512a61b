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
