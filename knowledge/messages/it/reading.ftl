# Argine · reading
# Variabili: $file nome del file, $line riga, $count quante volte, $detail nome, limite o numero.

## Ciò che la persona deve sapere sulla lettura

finding-empty = Il file { $file } è vuoto. Esporta di nuovo la chat e consegna il nuovo file.
finding-unknown-format =
    { $detail ->
        [unknown] Il file { $file } non è in un formato che Argine legge. Conservalo com'è ed esporta la chat dall'app, oppure incolla i messaggi in un file di testo.
        [JSON] In { $file } ci sono file JSON che non sono chat di un'app conosciuta ({ $count }): non sono stati letti. Conservali come sono.
       *[other] Il file { $file } sembra { $detail }: Argine non lo legge ({ $count }). Conservalo com'è ed esporta la chat dall'app, oppure incolla i messaggi in un file di testo.
    }
finding-media-listed = Immagini, video, audio o documenti in { $file }: { $count }. Ne sono state calcolate solo le impronte, nessuno è stato mostrato o letto. Non inviarli ad altri e non cancellarli.
finding-archive-damaged =
    { $detail ->
        [archive] L'archivio { $file } è danneggiato o incompleto: è stato letto ciò che si poteva. Esporta di nuovo la chat, se puoi.
       *[other] Nell'archivio { $file } la voce { $detail } non corrisponde a ciò che l'archivio dichiara. Conserva il file com'è ed esporta di nuovo la chat, se puoi.
    }
finding-archive-encrypted = L'archivio { $file } è protetto da una password (voci chiuse: { $count }). Esporta di nuovo senza password, oppure estrai i file e consegna quelli.
finding-limit-reached = { $file } supera un limite di sicurezza ({ $detail }): quella parte non è stata letta. Consegna i file uno per uno, o una chat più breve.
finding-unsafe-name = Nell'archivio { $file } c'è un nome che porta fuori dall'archivio ({ $detail }): la voce è elencata ma non letta. Conserva il file com'è e segnalalo alla polizia.
finding-duplicate-name = Nell'archivio { $file } il nome { $detail } compare più di una volta: le voci sono elencate tutte. Conserva il file com'è.
finding-member-unreadable = Nell'archivio { $file } la voce { $detail } non si può estrarre del tutto. Esporta di nuovo la chat, se puoi.
finding-encoding = Il testo di { $file } non è in UTF-8: è stato letto come { $detail }. Controlla che accenti e simboli siano giusti.
finding-broken-text = In { $file } ci sono caratteri rovinati (quanti: { $count }, il primo alla riga { $line }): per la lettura sono stati sostituiti, l'originale non cambia.
finding-json-damaged = Il file { $file } si interrompe o è danneggiato (riga { $line }): sono stati letti i messaggi che si potevano leggere. Scarica di nuovo i dati, se puoi.
finding-mail-damaged = L'e-mail { $file } è danneggiata: è stato letto ciò che si poteva. Salvala di nuovo dal programma di posta come file .eml.
finding-unreadable-messages =
    { $detail ->
        [time] In { $file } la data di alcuni messaggi non è possibile (quanti: { $count }, il primo alla riga { $line }): il testo è stato letto, l'orario manca.
       *[other] In { $file } alcuni messaggi non si possono leggere (quanti: { $count }, il primo alla riga { $line }). L'originale resta intatto: confrontalo con la chat sul telefono.
    }
finding-date-order-assumed =
    { $detail ->
        [month_day_year] In { $file } niente dice se nelle date viene prima il giorno o il mese: è stato preso prima il mese. Controlla una data sul telefono e indica l'ordine giusto con --date-order.
        [year_month_day] In { $file } niente decide l'ordine delle date: è stato preso prima l'anno. Controlla una data sul telefono e indica l'ordine giusto con --date-order.
       *[day_month_year] In { $file } niente dice se nelle date viene prima il giorno o il mese: è stato preso prima il giorno. Controlla una data sul telefono e indica l'ordine giusto con --date-order.
    }
finding-time-goes-back = In { $file } l'orario torna indietro (volte: { $count }, la prima alla riga { $line }). I messaggi restano nell'ordine del file: confronta quel punto con il telefono.
finding-embedded-header = In { $file } alcune righe sembrano l'inizio di un messaggio ma potrebbero essere state scritte dentro un altro (quante: { $count }, la prima alla riga { $line }). Confronta quel punto con la chat sul telefono e fanne uno screenshot.
finding-omitted-media = L'esportazione { $file } non contiene i file multimediali di { $count } messaggi. Se puoi, esporta di nuovo la chat scegliendo di includere i media, e conserva il telefono com'è.
finding-export-limit = In { $file } i messaggi sono { $count }, vicino al limite dell'app ({ $detail }): i più vecchi potrebbero mancare. Esporta adesso anche senza media, prima di rispondere o bloccare: l'altra persona può impedire l'esportazione. Fai screenshot dei primi messaggi.
finding-group-conversation = { $file } è una conversazione di gruppo (persone: { $detail }): chi fa che cosa è incerto. Controlla tu i nomi.
finding-owner-unknown = In { $file } non si capisce quale persona sei tu. Indica il tuo nome come compare nella chat con --me.
finding-folded-time = In { $file } alcuni messaggi cadono nell'ora che si ripete quando finisce l'ora legale (quanti: { $count }, il primo alla riga { $line }): quale delle due ore sia non si sa. L'ordine è quello del file.
finding-clock-disagrees = In { $file } due orologi non vanno d'accordo ({ $detail }, volte: { $count }): i messaggi restano come sono. Confronta quel punto con il telefono.
finding-own-messages-only = Il download di { $detail } in { $file } contiene solo ciò che hai scritto tu, non le risposte. Fai screenshot della chat sul telefono: lì ci sono anche i messaggi dell'altra persona.
finding-html-export = { $file } è un download in HTML: mancano il fuso orario e alcune indicazioni. È stato letto. Se puoi, scarica gli stessi dati anche in formato JSON, tutto il periodo.
finding-known-omission = { $detail } non mette tutto nei dati che si scaricano (messaggi non salvati, chat segrete, messaggi a tempo). Se nella chat vedi altro, fai screenshot prima di bloccare.
finding-columns-guessed = In { $file } c'è una tabella: le colonne sono state riconosciute dal contenuto ({ $detail }). Controlla che sia giusto.
finding-contacts-read = In { $file } ci sono i tuoi contatti o follower: { $count }. Servono a decidere chi avvisare, restano su questo dispositivo.
finding-logins-read = In { $file } ci sono gli accessi al tuo account: { $count }. Se ne vedi uno che non è tuo, cambia la password.
finding-sender-verified = { $file }: il server che ha ricevuto la mail ha annotato una firma valida di { $detail }. La mail viene davvero da lì, ma la firma non dice chi è la persona.
finding-sender-unverified = { $file }: nulla prova che la mail venga davvero da { $detail }. Il mittente si può falsificare, come il nome su una busta. Non dare per certo chi l'ha mandata. Conserva la mail com'è, come file .eml.
finding-sender-is-recipient = { $file }: la mail sembra mandata dal tuo stesso indirizzo ({ $detail }). Di solito il mittente è falsificato: non prova che qualcuno sia entrato nella tua casella. Per sicurezza cambia la password e attiva la verifica in due passaggi.
finding-duplicates-merged = { $count } messaggi di { $file } stanno anche in un'altra esportazione: compaiono una volta sola, con tutte e due le provenienze.
finding-exports-disagree = { $file } e un'altra esportazione della stessa chat non coincidono: { $count } messaggi stanno solo in una delle due. Conserva tutte e due.
finding-screenshot-read = Il testo dello screenshot { $file } è stato letto dall'immagine ({ $count } messaggi): controllalo guardando l'immagine, soprattutto numeri, orari e nomi.
finding-screenshot-held = { $file } è un'immagine: non è stata letta, ne sono state calcolate solo le impronte. Se è lo screenshot di una chat e non mostra nessuno nudo o quasi, dillo con --screenshots-show-nobody-undressed e sarà letta. Altrimenti lasciala così.
finding-screenshot-without-engine = { $file } non è stato letto: su questo computer manca tesseract, il programma che legge il testo nelle immagini. Installalo, oppure scrivi tu i messaggi in un file di testo guardando l'immagine.
finding-screenshot-without-chat = In { $file } non è stata riconosciuta una chat. L'immagine resta fra i reperti: se contiene messaggi, scrivili tu in un file di testo.

## Perché una parte del file non è in nessun messaggio

gap-structure = struttura del file
gap-byte-order-mark = segno iniziale di codifica
gap-blank = righe vuote
gap-preamble = testo prima del primo messaggio
gap-unreadable = messaggio illeggibile
gap-attachment = allegato
gap-alternative = seconda copia dello stesso testo
gap-picture = immagine dello schermo
gap-account-data = dati dell'account

## Formati

format-whatsapp-text = esportazione di WhatsApp
format-telegram-json = esportazione di Telegram
format-meta-json = download di Instagram o Messenger
format-mail = e-mail
format-telegram-html = pagina HTML di Telegram
format-meta-html = download HTML di Instagram o Messenger
format-account-json = dati di un account
format-account-html = elenco di persone in HTML
format-snapchat-json = download di Snapchat
format-tiktok-json = download di TikTok
format-tiktok-text = download di TikTok (testo)
format-discord-json = esportazione di Discord
format-discord-csv = download di Discord (tabella)
format-signal-text = testo di Signal
format-sms-xml = copia di SMS e chiamate
format-tinder-json = download di Tinder
format-line-text = esportazione di LINE
format-table = tabella
format-vcard = rubrica (vCard)
format-mbox = archivio di e-mail (mbox)
format-screenshot = screenshot
format-plain-text = testo semplice

## Piattaforme

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
platform-sms = SMS e telefono
platform-unknown = app non indicata

## Tipi di messaggio

message-kind-text = testo
message-kind-media = file multimediale
message-kind-call = chiamata
message-kind-system = avviso dell'app
message-kind-deleted = messaggio eliminato
message-kind-view-once = messaggio visibile una sola volta
message-kind-poll = sondaggio
message-kind-location = posizione
message-kind-contact = contatto
message-kind-unsupported = messaggio che l'app non ha esportato
