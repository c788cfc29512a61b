# What the page in the browser says when the engine cannot do something.

engine-no-case = There is nothing to read here yet. Add the chat first.
engine-too-large = Together the files are too large for the browser: at most { $detail } MB. Try fewer files, or export the chat without media.
engine-request = The page and the engine did not understand each other ({ $detail }). Reload the page and try again.
engine-statement = One answer in the form does not fit: { $detail }. Look at the form again.
engine-press-too-large = This case is too large for a PDF here: at most { $detail } MB of messages. Print from this page, or make the PDF on a computer.
engine-archive = This file does not open. It must be the ZIP file of the case, complete.
engine-not-a-case = There is no Argine case in this file.
engine-defect = Something broke here, and it is not your fault ({ $detail }). Your files have not changed. Reload the page and try again.
engine-passphrase-weak = This passphrase is guessed quickly. Choose a longer one: four or five random words.
engine-passphrase-because = It is guessed quickly: { $why }
engine-passphrase-enough = Good: it is hard to guess.
engine-passphrase-wrong = This is not the passphrase. Take your time and try again.
engine-damaged = This file is damaged or not complete. Try another copy.
engine-hash-shut = The picture was not opened: unless the person is said to be of age, only fingerprints of the file are computed.

# By the command line too
name-other = Other person
name-you = You
