# Impronte di immagini e video: perché un file non si apre, quanto vale una corrispondenza, che cosa è stato confrontato.

media-error-empty = Il file è vuoto. Prova a salvarlo di nuovo dall'app da cui arriva.
media-error-file-too-large = Il file è troppo grande per essere aperto qui. Le impronte del file (SHA-256 e MD5) ci sono comunque.
media-error-too-many-pixels = L'immagine dichiara dimensioni troppo grandi. Per sicurezza non è stata aperta. Se è una foto tua, esportane una copia più piccola.
media-error-needs-system = Questo formato (HEIC o AVIF) si apre solo con un programma del sistema. Sull'iPhone: apri la foto, tocca Condividi, poi Opzioni, scegli «Formato più compatibile» e salva su File. Su un computer: apri la foto ed esportala in JPEG.
media-error-video = Questo file è un video: le sue immagini si leggono con ffmpeg o con il browser.
media-error-unknown = Questo file non è un'immagine che sappiamo leggere. Le impronte del file ci sono comunque.
media-error-damaged = Questa immagine è danneggiata o incompleta. Se hai un'altra copia, prova con quella.

media-ffmpeg-missing = Per leggere questo video serve il programma ffmpeg, che qui non c'è. Installalo (su Debian e Ubuntu: apt install ffmpeg) oppure esporta alcune immagini dal video. Le impronte del file ci sono comunque.
media-ffmpeg-refused = ffmpeg non riesce a leggere questo file. Forse è incompleto: prova con un'altra copia.
media-ffmpeg-time = La lettura del video ha superato il tempo massimo ed è stata fermata. Prova con una parte più breve.
media-ffmpeg-no-pictures = In questo file non ci sono immagini.

# Quanto vale una corrispondenza. Mai «identico»: le impronte concordano, le persone confermano.
media-band-same-reencoded = Stessa immagine, con ricodifica.
media-band-very-likely = Corrispondenza molto probabile.
media-band-to-check = Da verificare: serve una persona che guardi.
media-band-none = Nessuna corrispondenza.
media-error-basis = Secondo un modello matematico semplice, una coincidenza per caso è quasi impossibile (meno di 1 su 10 alla 30). Il rischio vero sono le immagini molto simili e gli elenchi con voci sbagliate. Per questo una persona deve confermare prima di inviare qualunque segnalazione.
media-confirm-first = Prima di usare questa corrispondenza, una persona deve confermarla.

media-variant-whole = Immagine intera.
media-variant-as-stored = Immagine intera, come è salvata nel file.
media-variant-mirrored = Immagine intera, allo specchio.
media-variant-shape = Parte centrale, nel formato { $a }:{ $b }.
media-variant-shape-start = Parte iniziale, nel formato { $a }:{ $b }.
media-variant-zoom = Immagine senza il { $a } % di ogni lato.
media-variant-without-bottom = Immagine senza il { $a } % in basso.
media-variant-without-top = Immagine senza il { $a } % in alto.

media-trim-none = Confrontata tutta l'immagine trovata.
media-trim-frame = Confrontata l'immagine trovata senza la cornice.
media-trim-screenshot = Confrontata l'immagine dentro una schermata.
media-trim-band = Confrontata l'immagine trovata senza una fascia in alto o in basso.

media-orientation-original = Stesso verso.
media-orientation-rotate-90 = Ruotata di un quarto di giro.
media-orientation-rotate-180 = Capovolta.
media-orientation-rotate-270 = Ruotata di tre quarti di giro.
media-orientation-flip-x = Riflessa dall'alto in basso.
media-orientation-flip-y = Riflessa come in uno specchio.
media-orientation-flip-plus-1 = Riflessa lungo una diagonale.
media-orientation-flip-minus-1 = Riflessa lungo l'altra diagonale.

media-screening-usable = Impronta utilizzabile.
media-screening-low-quality = Nell'immagine ci sono troppo pochi dettagli per riconoscerla.
media-screening-not-a-picture = Questa impronta non può venire da un'immagine vera.
media-screening-negative = È un'immagine comune e innocua, già nota.
media-screening-quarantined = Questa impronta ha dato troppe corrispondenze in poco tempo. Aspetta il controllo di una persona.

media-refusal-bad-value = Impronta con una lunghezza o dei caratteri sbagliati.
media-refusal-not-a-picture = Impronta che non può venire da un'immagine vera.
media-refusal-other-kind = Tipo di impronta che qui non si calcola.
media-refusal-unknown-state = Stato della voce non riconosciuto: non è stata aggiunta.
media-refusal-not-a-record = Voce che non si riesce a leggere.

media-band-same-file = Stesso file, byte per byte.
media-variant-moment = Fotogramma del tuo video, al secondo { $a }.
media-variant-listed = Voce di un elenco.
media-trim-moment = Confrontato il fotogramma del video trovato al secondo { $a }.

# Fogli per consegnare le impronte a chi blocca le immagini intime.

handoff-stopncii-title = Consegnare le impronte a StopNCII
handoff-take-it-down-title = Consegnare le impronte a Take It Down
handoff-kept = La tua pratica
handoff-number = Numero della pratica: { $number }
handoff-pin = PIN: { $pin }
handoff-day = Consegna fatta il { $day }
handoff-covers = Che cosa copre
handoff-not = Che cosa non copre
handoff-needs = Che cosa ti serve
handoff-how = Come si fa
handoff-after = Dopo
handoff-sources = Fonti
handoff-checked = Controllate il { $date }.
handoff-to-be-confirmed = Da confermare: guarda anche la pagina del servizio.
handoff-reminder = Controllare la pratica
handoff-stopncii-covers-1 = Immagini e video intimi in cui avevi 18 anni o più.
handoff-stopncii-covers-2 = L’impronta nasce sul tuo dispositivo. Il file non parte.
handoff-stopncii-covers-3 = Le piattaforme che partecipano ricevono l’impronta e possono riconoscere la stessa immagine. L’elenco cambia: guardalo su stopncii.org.
handoff-stopncii-not-1 = Le chat private e cifrate, come WhatsApp. Telegram non partecipa.
handoff-stopncii-not-2 = I siti e le app che non partecipano.
handoff-stopncii-not-3 = Le copie modificate: un ritaglio, una scritta o un’emoji possono bastare per non essere riconosciute.
handoff-stopncii-not-4 = I video salvati di nuovo: l’impronta vale per quel file, byte per byte.
handoff-stopncii-not-5 = Nessuno può promettere che l’immagine sparisca. Il servizio ti dice solo a che punto è la pratica.
handoff-stopncii-needs-1 = Avere 18 anni o più, e averli già avuti nell’immagine. Se ne avevi meno: Take It Down.
handoff-stopncii-needs-2 = Avere il file sul tuo dispositivo. Se hai solo uno screenshot di ciò che ti hanno mandato, puoi usare quello.
handoff-stopncii-how-1 = Apri stopncii.org sul dispositivo che ha già il file. Scrivi l’indirizzo a mano.
handoff-stopncii-how-2 = Non mandare il file a nessuno per farti aiutare, nemmeno a chi promette di cancellarlo.
handoff-stopncii-how-3 = Alla fine ricevi un numero di pratica e un PIN. Senza, la pratica non si ritrova più.
handoff-stopncii-how-4 = Mettili nel fascicolo: argine handoff stopncii --into FASCICOLO --number NUMERO --pin
handoff-stopncii-after-1 = Torna sulla pagina dopo una settimana con numero e PIN e guarda lo stato.
handoff-stopncii-after-2 = Puoi ritirare la pratica quando vuoi, con numero e PIN.
handoff-stopncii-after-3 = Se l’immagine compare lo stesso, segnala la pagina alla piattaforma e tieni l’indirizzo.
handoff-take-it-down-covers-1 = Immagini e video intimi fatti quando avevi meno di 18 anni, anche se oggi ne hai di più.
handoff-take-it-down-covers-2 = È gratis e anonimo. L’impronta nasce sul tuo dispositivo e il file non parte.
handoff-take-it-down-covers-3 = Le piattaforme che partecipano possono riconoscere la stessa immagine dove è pubblica.
handoff-take-it-down-not-1 = Le chat private e cifrate, come WhatsApp.
handoff-take-it-down-not-2 = I siti e le app che non partecipano.
handoff-take-it-down-not-3 = Le copie modificate: un ritaglio o un’emoji possono bastare per non essere riconosciute.
handoff-take-it-down-not-4 = I video salvati di nuovo: l’impronta vale per quel file, byte per byte.
handoff-take-it-down-needs-1 = Il dispositivo che ha già il file. Non scaricarlo di nuovo e non fartelo rimandare.
handoff-take-it-down-needs-2 = Se non hai il file, o hai meno di 18 anni e non sei sicuro, chiama 1.96.96: ti aiutano loro.
handoff-take-it-down-how-1 = Apri takeitdown.ncmec.org sul dispositivo che ha già il file. Scrivi l’indirizzo a mano.
handoff-take-it-down-how-2 = Non mostrare e non mandare il file a nessuno, nemmeno a chi ti aiuta.
handoff-take-it-down-how-3 = Conserva il codice che ricevi: argine handoff take-it-down --into FASCICOLO --number CODICE
handoff-take-it-down-after-1 = Se l’immagine compare lo stesso, non aprirla e non condividerla: segnala la pagina e dillo a chi ti aiuta.
handoff-take-it-down-after-2 = Puoi chiedere aiuto anche al Garante privacy e alla Polizia Postale.
