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
