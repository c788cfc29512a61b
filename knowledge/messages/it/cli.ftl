# La riga di comando: intestazioni, righe, aiuto, problemi.

heading-happening = CHE COSA STA SUCCEDENDO
heading-plan = CHE COSA FARE ADESSO, IN ORDINE
heading-never = CHE COSA NON FARE MAI
heading-helplines = CHI TI RISPONDE, GRATIS
heading-traces = TRACCE DI CHI TI RICATTA
heading-unread = CHE COSA NON HO POTUTO LEGGERE
heading-case = IL TUO FASCICOLO

label-stage = A che punto è:{" "}
label-urgency = Urgenza:{" "}
label-proofs = Le tre prove di un ricatto sessuale
label-tactics = { $count ->
    [one] Una mossa riconosciuta: è una tecnica nota, usata con molte persone
   *[other] { $count } mosse riconosciute: sono tecniche note, usate con molte persone
}
label-why = Perché aiuta:{" "}
label-because = Nel tuo caso:{" "}
label-helps = Chi ti aiuta:{" "}

line-read = { $messages ->
    [one] letto 1 messaggio
   *[other] letti { $messages } messaggi
} in { $conversations ->
    [one] 1 conversazione
   *[other] { $conversations } conversazioni
}, da { $files ->
    [one] 1 file
   *[other] { $files } file
}
line-read-span = (dal { $first } al { $last }).
line-alternatives = Non è certo. Potrebbe anche essere: { $kinds }.
line-proof-not-found = non trovata in questi messaggi
line-message = messaggio { $number } · { $time } · { $sender }: «{ $quote }»
line-message-without-words = messaggio { $number } · { $time } · { $sender }: ({ $kind })
line-more-messages = { $count ->
    [one] e nel messaggio { $messages }
   *[other] e nei messaggi { $messages }
}
line-against = contro: messaggio { $number }, { $reason }
line-crisis = Prima di tutto la tua vita. Se pensi di farti del male, chiama adesso il numero di emergenza o una delle linee qui sotto. Il resto può aspettare.
line-fact = { $count ->
    [one] { $fact } (messaggio { $messages })
   *[other] { $fact } (messaggi { $messages })
}
line-source = Fonte: { $sources } · controllato il { $date }
line-more-sources = { $more ->
    [one] { $first } e un’altra
   *[other] { $first } e altre { $more }
}
line-no-checked-source = nessuna fonte ancora controllata
line-to-be-confirmed = da confermare
line-stale = controllo scaduto, potrebbe essere cambiato
line-trace = { $count ->
    [one] { $check } · { $role } · messaggio { $messages }
   *[other] { $check } · { $role } · messaggi { $messages }
}
line-more-helplines = { $more ->
    [one] Un altro è in plan.json, nel fascicolo.
   *[other] Altri { $more } sono in plan.json, nel fascicolo.
}
line-no-traces = Nessuna traccia trovata nelle parole.
line-other-traces = { $count ->
    [one] Un’altra traccia è tua o di un servizio: è nel fascicolo.
   *[other] Altre { $count } tracce sono tue o di servizi: sono nel fascicolo.
}
line-unread-lines = { $count ->
    [0] Righe non lette: nessuna.
    [one] Righe non lette: 1.
   *[other] Righe non lette: { $count }.
}
heading-outlook = CHE COSA SUCCEDE DI SOLITO DOPO
line-why = Perché: { $reasons }
line-assessed = { $done } di { $files } file valutati.
line-other-conversations = { $count ->
    [one] C’è un’altra conversazione con segni di allarme: { $names }.
   *[other] Ci sono altre { $count } conversazioni con segni di allarme: { $names }.
}
line-case-written = Il fascicolo è in { $case }
line-case-dossier = La denuncia-querela, pronta da completare e firmare: { $file }
line-case-verify = Come verificare senza Argine: { $file }
line-case-check = Per controllare che nulla sia cambiato: argine case verify { $case }
line-case-root = Impronta del sigillo, da annotare quando consegni il fascicolo: { $root }
line-case-hash-only = { $count ->
    [one] Un file contiene immagini o video: nel fascicolo c’è solo la sua impronta. Tieni l’originale dov’è e non cancellarlo.
   *[other] { $count } file contengono immagini o video: nel fascicolo ci sono solo le loro impronte. Tieni gli originali dove sono e non cancellarli.
}
line-case-stamp = Il sigillo non ha ancora una marca temporale di terzi.
line-lint-clean = Pacchetti controllati: nessun problema in { $records } schede.

indicator-phone = Telefono
indicator-email = E-mail
indicator-handle = Nome utente
indicator-iban = IBAN
indicator-account = Conto o codice
indicator-card = Carta
indicator-crypto = Portafoglio cripto
indicator-mtcn = Codice di trasferimento
indicator-url = Indirizzo web
indicator-name = Nome
indicator-giftcode = Codice regalo
check-digits-hold = cifre di controllo giuste
check-digits-fail = cifre di controllo sbagliate
check-digits-none = senza cifre di controllo
role-perpetrator = di chi ti ricatta
role-unknown = non si sa di chi sia
variety-ada = Cardano
variety-amazon = Amazon
variety-american-express = American Express
variety-bch = Bitcoin Cash
variety-bic = BIC
variety-btc = Bitcoin
variety-btc-testnet = Bitcoin, rete di prova
variety-cashlib = Cashlib
variety-codice-fiscale = Codice fiscale
variety-cro = CRO del bonifico
variety-dash = Dash
variety-diners = Diners Club
variety-discover = Discover
variety-doge = Dogecoin
variety-eth = Ethereum
variety-google-play = Google Play
variety-ip = Indirizzo IP
variety-itunes = Apple/iTunes
variety-jcb = JCB
variety-look-alike = Imita un servizio noto
variety-ltc = Litecoin
variety-maestro = Maestro
variety-mastercard = Mastercard
variety-moneygram = MoneyGram
variety-neosurf = Neosurf
variety-netflix = Netflix
variety-paypal = PayPal
variety-paypal-transaction = Pagamento PayPal
variety-paysafecard = Paysafecard
variety-pcs = PCS
variety-playstation = PlayStation
variety-postepay = Postepay
variety-punycode = Nome con lettere straniere
variety-razer = Razer
variety-remitly = Remitly
variety-ria = Ria
variety-sendwave = Sendwave
variety-shortener = Indirizzo accorciato
variety-sol = Solana
variety-steam = Steam
variety-ton = TON
variety-toneo = Toneo
variety-transaction = Transazione cripto
variety-transcash = Transcash
variety-trn = TRN del bonifico
variety-tron = Tron
variety-unionpay = UnionPay
variety-visa = Visa
variety-western-union = Western Union
variety-xbox = Xbox
variety-xlm = Stellar
variety-xmr = Monero
variety-xrp = XRP (?dt= è il tag di destinazione)
variety-zalando = Zalando
variety-zec = Zcash
heading-part-perpetrator = DI CHI TI RICATTA
heading-part-conduit = CONTI E NOMI USATI PER I SOLDI (chi li intesta può non sapere nulla)
heading-part-affected-person = TUOI
heading-part-service = DI SERVIZI (numeri di aiuto, banche, piattaforme)
heading-part-unknown = NON SI SA DI CHI SIANO
heading-particular-amount = SOMME DI DENARO
heading-particular-deadline = SCADENZE
heading-particular-day = GIORNI
line-particular-message = { $who }, messaggio { $message }
line-particular-byte = byte { $byte }
line-particular = { $more ->
    [0] «{ $raw }» · { $file }: { $place }
    [one] «{ $raw }» · { $file }: { $place } e un’altra volta
   *[other] «{ $raw }» · { $file }: { $place } e altre { $more } volte
}
line-particulars-more = Altre { $count } voci non sono mostrate: per averle tutte usa --csv o --json.
line-trace-confidence = attendibilità { $percent } %
line-trace-listed = Sulla lista «{ $list }» del { $date }
line-trace-where = { $file }: { $each }
line-nobody = senza autore
reading-joined-lines = unito da più righe
reading-joined-messages = unito da più messaggi
reading-confusable-characters = lettere e cifre scambiate nell’immagine, corretto con le cifre di controllo
reading-marked-by-app = segnato dall’app
list-signature = la firma manca o non è di questa chiave
list-form = non è una lista di valori noti
line-trace-who = { $count ->
    [one] { $who }, messaggio { $messages }
   *[other] { $more ->
        [0] { $who }, messaggi { $messages }
       *[other] { $who }, messaggi { $messages } e altri { $more }
    }
}
line-trace-bytes = { $count ->
    [one] { $file }: byte { $bytes }
   *[other] { $more ->
        [0] { $file }: byte { $bytes }
       *[other] { $file }: byte { $bytes } e altri { $more }
    }
}

flag-self-harm = Hai scritto parole che fanno pensare a farti del male. Non sei senza aiuto: chiama adesso il 112 o una persona vicina.
flag-minor = Dalle tue parole potresti avere meno di 18 anni: ci sono aiuti e tutele in più.
flag-physical-danger = Ci sono segni che qualcuno possa farti del male di persona: se succede, chiama il 112.
publication-none = Pubblicazione: nessun segno.
publication-threatened = Pubblicazione: minacciata.
publication-claimed = Pubblicazione: dicono di averlo fatto. Spesso non è vero.
publication-done = Pubblicazione: ci sono segni che sia avvenuta.

help-argine = Primo aiuto contro il ricatto sessuale online. Tutto resta su questo dispositivo.
help-argine-respond = Il lavoro principale: legge, riconosce, dice che cosa fare, sigilla le prove e prepara la denuncia.
help-argine-assess = Riconosce soltanto: non scrive nessun fascicolo.
help-argine-screen = Primo contatto: è un profilo vero o un'esca? Non scrive niente e non cerca in rete.
help-argine-messages = Mostra che cosa è stato letto, messaggio per messaggio.
help-argine-indicators = Trova telefoni, conti, indirizzi e altre tracce in un testo.
help-argine-hash = Calcola le impronte di file, immagini comprese, senza che nulla esca da questo dispositivo.
help-argine-match = Dice se ciò che è stato trovato somiglia a ciò che è tuo, senza che nulla esca da questo dispositivo.
help-argine-handoff = Il foglio per far bloccare un’immagine con StopNCII o Take It Down, e dove tenere numero e PIN.
help-argine-case = Il fascicolo.
help-argine-case-verify = Dice se nel fascicolo è cambiato qualcosa, e che cosa, con una riga per ogni controllo.
help-argine-knowledge = I pacchetti di fatti e passi.
help-argine-knowledge-lint = Controlla i pacchetti: fonti, date, lingue, parole.
help-arg-help = Mostra questo aiuto
help-arg-version = Mostra la versione
help-arg-lang = Lingua: it o en
help-arg-inputs = Esportazioni di chat, zip, e-mail, testi o cartelle ("-" per il testo in arrivo, solo con indicators)
help-arg-out = Dove scrivere (una cartella che ancora non esiste per il fascicolo)
help-arg-age = Età della persona colpita; se non si sa, le immagini non vengono mai aperte
help-arg-country = Paese in cui si trova la persona, due lettere
help-arg-date-order = Ordine delle date nel file: giorno, mese, anno (dmy), mdy o ymd
help-arg-screenshots-show-nobody-undressed = Conferma che le immagini consegnate sono screenshot di chat e non mostrano nessuno nudo o quasi: solo così vengono aperte e lette
help-arg-me = Il tuo nome come compare nella chat, se Argine non lo capisce da solo
help-arg-profile = Il profilo: un file JSON, un testo scritto da te, una chat esportata, oppure "-" per scriverlo sulla tastiera
help-arg-html = Scrive una pagina con la conversazione e i segni a margine
help-arg-opinion = Chiede un secondo parere a un modello su questo computer, per esempio http://127.0.0.1:11434/v1; spento se non lo chiedi
help-arg-model = Nome del modello
help-arg-timeline = Mette tutte le chat su una sola linea del tempo
help-arg-zone = Fuso orario della persona
help-arg-at = Data e ora da usare al posto dell’orologio, per riottenere gli stessi byte
help-arg-from = Chi consegna i file: la persona colpita, un genitore o tutore, chi la rappresenta
help-arg-with-media = Copia anche immagini e video nel fascicolo; vale solo per una persona adulta che lo chiede
help-arg-key-folder = Cartella della chiave di questo dispositivo, con cui il sigillo è firmato
help-arg-json = Scrive dati per altri programmi
help-arg-csv = Scrive una tabella CSV
help-arg-text = Legge i file come testo semplice, anche enorme, e non come chat
help-arg-known = Lista firmata di valori noti; la firma è nel file accanto che finisce con .sig
help-arg-known-key = Chiave pubblica di chi firma le liste: 64 cifre esadecimali
help-arg-case = Cartella del fascicolo
help-arg-queries = Ciò che è stato trovato: immagini, video, elenchi di impronte o cartelle
help-arg-against = Ciò che è tuo: una cartella di immagini e video, un elenco di impronte, un file di scambio
help-arg-harmless = Elenco di immagini comuni e innocue, che non valgono come corrispondenza
help-arg-exchange = Scrive le impronte per altri programmi: un elenco, una pagina di StopNCII, i fotogrammi (vPDQ)
help-arg-service = A chi consegnare le impronte
help-arg-into = Fascicolo in cui scrivere il foglio, il numero e il PIN
help-arg-number = Numero della pratica ricevuto dal servizio
help-arg-pin = Chiede il PIN, senza che resti nella storia dei comandi

line-traces-left-out = Altre { $count } tracce non stanno nella tabella: per averle tutte usa --csv o --json.

problem-not-found = Non trovo { $file }: controlla il nome, oppure trascina il file nella finestra per scriverlo giusto.
problem-cannot-open = Non riesco ad aprire { $file } ({ $reason }): controlla di avere il permesso di leggerlo.
problem-not-a-file = { $file } non è un file né una cartella: copia prima l’esportazione in un file normale.
problem-too-large = { $file } è più grande di { $limit } MiB: esporta di nuovo la chat senza media, oppure indica solo il file della chat.
problem-no-files = La cartella { $file } è vuota: indica la cartella che contiene l’esportazione.
problem-out-exists = { $file } esiste già e non la tocco: scegli un altro nome con --out.
problem-cannot-write = Non riesco a scrivere { $file } ({ $reason }): nulla è rimasto a metà. Controlla lo spazio libero e i permessi.
problem-same-name = Due file si chiamano { $file } e darebbero lo stesso risultato: mettili in cartelle diverse e valutali separatamente.
problem-defect = Argine ha un difetto e si è fermato senza toccare i tuoi file: { $reason }. Segnalalo a chi lo mantiene.
problem-setting-zone = Non conosco il fuso orario «{ $value }»: scrivilo come Europe/Rome.
problem-setting-country = Non capisco il paese «{ $value }»: usa due lettere, come it.
problem-setting-at = Non capisco la data «{ $value }»: scrivila come 2026-11-21T03:15.
problem-setting-service = { $value } è per chi ha 18 anni o più, e li aveva nell’immagine: usa argine handoff take-it-down.
problem-list = Non uso la lista { $file }: { $reason }. Chiedi a chi te l’ha data il file giusto e la sua firma (.sig).
problem-setting-known-key = Non capisco la chiave «{ $value }»: servono 64 cifre esadecimali.
problem-no-key-folder = Non so dove tenere la chiave di questo dispositivo: indica una cartella con --key-folder.

question-date-order = Nella chat { $chat } la data { $date } si può leggere in due modi. Qual è quella giusta?
question-date = { $day } { $month } { $year }
question-me = Nella chat { $chat } quale di queste persone sei tu?
question-choose = Scrivi il numero e premi Invio. Se non lo sai, premi solo Invio:{" "}
question-again = Scrivi solo il numero di una risposta, oppure premi Invio:{" "}
question-screens = { $count ->
    [one] Hai consegnato un’immagine. È lo screenshot di una chat e non mostra nessuno nudo o quasi?
   *[other] Hai consegnato { $count } immagini. Sono screenshot di chat e nessuna mostra qualcuno nudo o quasi?
}
question-screens-yes = Sì, nessuno è nudo: si possono leggere
question-screens-no = No, o non sono sicuro: restano chiuse
line-hash-shut = L’immagine non è stata aperta: senza l’indicazione che la persona è maggiorenne (--age adult) si calcolano solo le impronte del file.
line-hash-quality = Qualità dell’impronta PDQ: { $quality } su 100.
line-hash-private = L’impronta di un’immagine intima è un dato intimo: non pubblicarla e non mandarla a chi non conosci.
line-hash-video = Video: { $count } momenti confrontabili, { $usable } con abbastanza dettagli.
line-match-against = Confronto con { $items } elementi privati, { $count } impronte. Tutto resta su questo dispositivo.
line-match-shut = { $count ->
    [one] Un file dell’insieme non è stato aperto: senza --age adult si confrontano solo SHA-256 e MD5.
   *[other] { $count } file dell’insieme non sono stati aperti: senza --age adult si confrontano solo SHA-256 e MD5.
}
line-match-query-shut = Non aperto: senza --age adult si confrontano solo SHA-256 e MD5. Una copia salvata di nuovo non si riconosce così.
line-match-withdrawn = { $count ->
    [one] Una voce è stata ritirata dalla persona: non viene cercata.
   *[other] { $count } voci sono state ritirate dalle persone: non vengono cercate.
}
line-match-refused = Voci non usate: { $count }. { $why }
line-match-band = { $band } Con: { $file }
line-match-distance = Bit diversi: { $distance } su 256. Qualità: { $private } la tua, { $found } quella trovata. Impronta trovata: { $print }
line-match-distance-video = Bit diversi nei fotogrammi: { $distance } su 256 (valore centrale del tratto migliore).
line-match-digest = Coincide l’impronta del file ({ $method }).
line-match-quality-unknown = non dichiarata
line-match-stretch = da { $start } a { $end } nel video trovato, da { $own-start } a { $own-end } nel tuo
line-match-list = Confronto fatto con { $count } impronte: così lontano può essere un caso.
line-match-none-means = Nessuna corrispondenza non vuol dire che l’immagine non circoli: una copia molto modificata può sfuggire.
line-handoff-written = Scritto nel fascicolo { $case }: { $file }. Chi apre il fascicolo può leggere numero e PIN: tienilo per te.
line-fingerprints = { $count ->
    [one] Impronta calcolata di un’immagine, senza mostrarla né copiarla: nel fascicolo ci sono solo le prime 8 cifre.
   *[other] Impronte calcolate di { $count } immagini, senza mostrarle né copiarle: nel fascicolo ci sono solo le prime 8 cifre.
}
line-handoff-paper = Se hai il file e vuoi farlo bloccare: { $file }
question-pin = Scrivi il PIN e premi Invio (non compare in nessun registro):{" "}
line-order-open = {" "}(prima o dopo il messaggio vicino di un’altra chat: non si può dire)
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre

help-argine-open = Apre la pagina di Argine nel browser di questo computer
help-arg-no-browser = Non aprire il browser: mostra solo l'indirizzo
line-open-address = La pagina è qui, solo su questo computer: { $address }
line-open-stop = Per chiuderla premi Ctrl+C.
line-open-no-browser = Il browser non si è aperto da solo: copia l'indirizzo qui sopra nella sua barra.
problem-no-page = Questo programma è stato compilato senza la pagina. Per averla: cargo xtask web, poi di nuovo cargo build --release.
