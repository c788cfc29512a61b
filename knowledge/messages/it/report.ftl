# Argine · report
# Il fascicolo per chi presenta denuncia-querela. L'atto italiano è quello da depositare.

## Testa
report-title = Denuncia-querela
report-subtitle = ai sensi degli artt. 333 e 336 del codice di procedura penale
report-document-title = Denuncia-querela e fascicolo delle prove
report-courtesy = { "" }
report-recipient = Alla Procura della Repubblica presso il Tribunale di
report-recipient-or = tramite (ufficio che riceve: Polizia Postale, Questura, Carabinieri)
report-case-number = N. di protocollo o R.G. (lo scrive l'ufficio)
report-fill-note = Gli spazi vuoti li compila a mano la persona che presenta l'atto. Quello che segue è stato ordinato con Argine, programma libero, a partire dai file consegnati dalla stessa persona; ogni frase rimanda al messaggio da cui viene. Nessun giudizio sulle persone è espresso dal programma.

## Persona
report-person-heading = La persona che presenta l'atto
report-person-name = Cognome e nome
report-person-born = Luogo e data di nascita
report-person-tax = Codice fiscale
report-person-residence = Residenza
report-person-phone = Telefono
report-person-mail = E-mail o PEC
report-person-document = Documento (tipo, numero, rilasciato da, data)
report-person-lawyer = Difensore, se nominato
report-age-choice = Età della persona offesa:
report-age-adult = 18 anni o più
report-age-minor = meno di 18 anni
report-guardian-heading = Se la persona offesa ha meno di 18 anni
report-guardian-heading-minor = Persona offesa con meno di 18 anni
report-guardian-note = Prima dei 14 anni presenta l'atto un genitore o il tutore. Da 14 anni in poi può presentarlo anche la persona minorenne da sola (art. 120 c.p.).
report-guardian-name = Cognome e nome della persona minorenne
report-guardian-born = Luogo e data di nascita
report-guardian-capacity = Chi presenta agisce come (genitore, tutore, curatore speciale, da sé)
report-custodian-affected_person = La persona che presenta l'atto ha preso parte alle conversazioni e ha acquisito di persona i file.
report-custodian-guardian = I file sono consegnati da un genitore o dal tutore della persona offesa.
report-custodian-representative = I file sono consegnati da chi assiste la persona offesa, che li ha acquisiti di persona dal proprio dispositivo.
report-domicile-heading = Domicilio per le notificazioni
report-domicile = Ai sensi dell'art. 153-bis c.p.p. la persona querelante dichiara o elegge domicilio, per ogni comunicazione e notificazione, presso:
report-domicile-mail = Indirizzo di posta elettronica (anche certificata)

## Contro
report-against-heading = Contro chi
report-against = La persona sottoscritta presenta denuncia e propone querela contro ignoti: chiunque abbia commesso i fatti descritti, e in particolare chi usa i nomi, i recapiti, i conti e gli indirizzi che seguono.
report-against-names = Nomi usati nelle conversazioni
report-indicator-type = Tipo
report-indicator-value = Valore
report-indicator-check = Controllo formale
report-indicator-messages = Messaggi
report-indicator-none = Nelle conversazioni lette non sono stati trovati recapiti o conti attribuibili a chi ricatta. Se se ne conoscono altri:
report-indicator-more = Altri { $count } elementi dello stesso genere sono nel fascicolo digitale.
report-indicator-written = scritto così:
report-indicator-note = «Regge» vuol dire che cifre di controllo e struttura sono corrette; non dice a chi appartiene il conto o il recapito. Un conto può essere intestato a un prestanome.
report-check-holds = regge
report-check-fails = non regge
report-check-none = non ne ha
report-kind-phone = Telefono
report-kind-email = E-mail
report-kind-handle = Profilo
report-kind-iban = IBAN
report-kind-account = Conto
report-kind-card = Carta
report-kind-crypto = Portafoglio di criptovaluta
report-kind-mtcn = Codice di trasferimento di denaro
report-kind-url = Indirizzo web
report-kind-name = Nome del beneficiario
report-kind-giftcode = Codice di carta regalo

## Fatti
report-facts-heading = I fatti
report-facts-intro = I fatti risultano dalla conversazione su { $platform } tra le persone seguenti.
report-facts-owner = Persona offesa, nella conversazione
report-facts-other = Chi scrive dall'altra parte
report-facts-unknown = non indicata nel file: la indica chi presenta l'atto
report-facts-size = { $count ->
    [one] La conversazione contiene 1 elemento
   *[other] La conversazione contiene { $count } elementi
  }, righe scritte dall'applicazione comprese.
report-facts-period = Va dal { $first } al { $last }.
report-facts-exhibit = È nel reperto { $exhibit }.
report-facts-number = I messaggi sono citati con il loro numero d'ordine nella conversazione; il primo è il numero 0. Le parole tra virgolette sono testuali, errori compresi. I numeri sottolineati portano alla trascrizione nell'allegato A.
report-time-heading = Orari
report-time-device = T = orario del telefono, fuso { $zone } presunto
report-time-screen = S = orario letto da uno screenshot, come lo mostrava il telefono
report-time-offset = F = orario con il fuso indicato dal servizio
report-time-instant = U = istante registrato dal servizio (UTC), mostrato nel fuso { $zone }
report-time-none = senza orario
report-platform-whatsapp = WhatsApp
report-platform-telegram = Telegram
report-platform-instagram = Instagram
report-platform-messenger = Messenger
report-platform-email = posta elettronica
report-platform-snapchat = Snapchat
report-platform-tiktok = TikTok
report-platform-discord = Discord
report-platform-signal = Signal
report-platform-tinder = Tinder
report-platform-badoo = Badoo
report-platform-bumble = Bumble
report-platform-meetic = Meetic
report-platform-line = LINE
report-platform-sms = SMS e telefono
report-platform-unknown = un servizio di messaggi
report-summary-kind = Quadro
report-kindof-financial_gang = segni di ricatto a scopo di denaro, da persone sconosciute, con materiale intimo vero o soltanto vantato
report-kindof-known_ex = segni di minaccia o diffusione di materiale intimo da parte di persona conosciuta
report-kindof-sexual_demand = segni di ricatto per ottenere altre immagini o atti sessuali
report-kindof-spam_bluff = segni di messaggio inviato in massa che finge di avere materiale intimo
report-kindof-fake_authority = segni di falsa autorità (polizia, tribunale, avvocato) che chiede denaro
report-kindof-recovery_scam = segni di offerta a pagamento di cancellazione o rimborso, rivolta a persona già ricattata
report-kindof-lure = segni di adescamento in corso, senza ancora minaccia
report-kindof-disclosure = racconto fatto a una persona di fiducia
report-kindof-other_scam = segni di truffa senza materiale intimo
report-kindof-benign = nessun segno di ricatto riconosciuto dal programma; i fatti vanno raccontati a voce o per iscritto
report-proofs-heading = Gli elementi del ricatto
report-proof-leverage = Materiale intimo esistente o vantato
report-proof-threat = Minaccia di diffonderlo o di fare del male
report-proof-demand = Pretesa di denaro, di immagini o di altro
report-proof-absent = non risulta dalla conversazione
report-proof-messages = { $count ->
    [one] messaggio
   *[other] messaggi
  }
report-chronology-heading = Cronologia
report-column-number = N.
report-column-time = Data e ora
report-column-sender = Chi scrive
report-column-fact = Fatto e parole testuali
report-column-text = Testo
report-more-cited = { $count ->
    [one] Un altro messaggio citato dall'analisi non è riportato qui: si trova
   *[other] Altri { $count } messaggi citati dall'analisi non sono riportati qui: si trovano
  } nella trascrizione integrale del fascicolo.
report-cut = […]
report-cut-note = […]: testo accorciato solo in stampa; è intero nella trascrizione integrale e nell'originale.
report-money-heading = Somme e scadenze
report-money-demanded = Somme pretese
report-money-paid = Somme che la persona offesa dice di avere pagato
report-money-deadline = Scadenze imposte
report-money-message = messaggio
report-money-more = e altre { $count }
report-money-none = nessuna risulta dalla conversazione
report-money-confirm = Importi e scadenze sono quelli scritti nei messaggi. La persona offesa aggiunge qui pagamenti fatti fuori dalla conversazione (data, importo, mezzo, ricevuta):
report-publication-none = Dalla conversazione non risultano minacce di pubblicazione.
report-publication-threatened = La pubblicazione è minacciata.
report-publication-claimed = Chi ricatta afferma di avere già diffuso il materiale; non è accertato.
report-publication-done = Risulta che il materiale è stato diffuso.
report-others-heading = Altre conversazioni nel fascicolo
report-others-line = { $platform }, { $count ->
    [one] 1 elemento
   *[other] { $count } elementi
  }
report-others-flagged = con segni di ricatto
report-others-more = e altre { $count }
report-own-heading = Racconto della persona offesa
report-own-empty = Dai file consegnati non è stata letta alcuna conversazione. La persona offesa racconta qui i fatti: chi ha scritto e da quale profilo o numero, quando, che cosa ha minacciato, che cosa ha preteso, che cosa è stato pagato o diffuso.
report-own-add = Fatti da aggiungere (telefonate, videochiamate, incontri, profili bloccati, materiale diffuso):

## Fasi
report-stage-contact = primo contatto
report-stage-grooming = conquista della fiducia
report-stage-app_move = passaggio ad altra applicazione
report-stage-intimacy_request = richiesta di intimità o di immagini
report-stage-capture = materiale ottenuto o registrato
report-stage-threat = minaccia
report-stage-negotiation = trattativa sulla somma
report-stage-payment = pagamento
report-stage-repeat_demand = nuova richiesta
report-stage-control = controllo sulla persona
report-stage-publication = pubblicazione

## Condotte
report-tactic-love_bombing = lusinghe insistenti
report-tactic-exchange_bait = invito a scambiarsi immagini
report-tactic-contact_list_proof = mostra di conoscere i contatti della persona
report-tactic-material_proof = mostra o dice di avere il materiale
report-tactic-countdown = conto alla rovescia
report-tactic-sick_relative = pretesto di un parente malato
report-tactic-fake_authority = si finge un'autorità
report-tactic-false_accusation = falsa accusa alla persona offesa
report-tactic-third_party_theft = dice che il materiale è stato rubato da altri
report-tactic-price_drop = abbassa la somma
report-tactic-price_raise = alza la somma
report-tactic-instalments = propone rate
report-tactic-greeting_duty = impone saluti o presenza
report-tactic-night_pressure = pressione di notte
report-tactic-call_flood = chiamate a raffica
report-tactic-group_creation = crea un gruppo con i contatti
report-tactic-scheduled_publication = pubblicazione programmata
report-tactic-web_publication = pubblicazione in rete
report-tactic-family_threat = minaccia di coinvolgere la famiglia
report-tactic-work_school_threat = minaccia di coinvolgere lavoro o scuola
report-tactic-false_promise = promessa di cancellare
report-tactic-isolation = ordine di non parlarne con nessuno
report-tactic-block_threat = minaccia in caso di blocco
report-tactic-suicide_goading = incitamento a farsi del male
report-tactic-reputation_ruin = minaccia alla reputazione
report-tactic-payment_guidance = istruzioni per pagare
report-tactic-receipt_demand = pretende la ricevuta
report-tactic-sexual_demand = pretende immagini o atti sessuali
report-tactic-coerced_return = pretende il ritorno nella relazione
report-tactic-doxxing = raccoglie o minaccia di diffondere dati personali
report-tactic-deepfake = immagini falsificate
report-tactic-impersonation = uso dell'identità della persona o di altri
report-tactic-upfront_fee = pretende un anticipo
report-tactic-device_hack_claim = dice di controllare il dispositivo
report-event-demand = pretesa: { $amount }
report-currency-inferred = { $number } (probabilmente { $currency }: il messaggio non dice la valuta)
report-event-payment = pagamento dichiarato: { $amount }
report-event-deadline = scadenza imposta: { $due }
report-event-publication = diffusione
report-event-leverage = materiale intimo
report-event-threat = minaccia
report-event-demand-words = pretesa
report-event-age = la persona offesa dice la propria età
report-event-indicator = recapito o conto di chi ricatta

## Reati
report-offences-heading = Reati da valutare
report-offences-intro = Si sottopongono alla valutazione dell'Autorità giudiziaria, senza pretesa di qualificazione definitiva, le ipotesi seguenti e ogni altra ipotesi di reato ravvisabile.
report-offences-none = I fatti si rimettono alla qualificazione dell'Autorità giudiziaria, per ogni ipotesi di reato ravvisabile.
report-offence-because = Elementi:
report-offence-ex_officio = Procedibile d'ufficio.
report-offence-complaint = Procedibile a querela.
report-offence-complaint-months = Procedibile a querela, entro { $months ->
    [one] 1 mese
   *[other] { $months } mesi
  }.
report-offence-depends = Procedibile d'ufficio o a querela, secondo i casi.
report-source = Fonte
report-source-seen = vista il { $date }
report-checked = verificato il { $date }
report-stale = la data di revisione è passata: da ricontrollare
report-confirm = da confermare
report-said = dichiarato dalla persona

## Luogo, tempo, volontà
report-place-heading = Luogo, tempo e conoscenza dei fatti
report-place-where = La persona offesa si trovava a (luogo)
report-place-known = Ha saputo dei fatti il (data)
report-place-first = Dalla conversazione: prima minaccia o pretesa il { $first }, messaggio
report-place-last = Ultimo fatto citato il { $last }, messaggio
report-will-heading = Volontà di punizione
report-will = Tutto ciò premesso, la persona sottoscritta propone denuncia-querela per i fatti descritti e per ogni reato che in essi sarà ravvisato, contro chiunque ne sarà ritenuto responsabile, e chiede la punizione dei colpevoli.

## Prove
report-evidence-heading = Indice delle prove
report-evidence-intro = La persona offesa produce i documenti seguenti ai sensi dell'art. 234 c.p.p. Li ha acquisiti di persona dal proprio dispositivo o dal proprio account: non sono un'acquisizione di polizia. L'impronta SHA-256 identifica ogni file; se cambia un solo byte, cambia l'impronta.
report-evidence-intro-guardian = Si producono i documenti seguenti ai sensi dell'art. 234 c.p.p., acquisiti dal dispositivo o dall'account della persona offesa da chi ne ha la responsabilità: non sono un'acquisizione di polizia. L'impronta SHA-256 identifica ogni file; se cambia un solo byte, cambia l'impronta.
report-evidence-number = Rep.
report-evidence-file = File e impronta SHA-256
report-evidence-size = Byte
report-evidence-how = Come acquisito, dov'è l'originale
report-evidence-none = Nessun file è stato consegnato.
report-evidence-more = { $count ->
    [one] Un altro reperto non è stampato qui: si trova
   *[other] Altri { $count } reperti non sono stampati qui: si trovano
  }, con l'impronta, nella trascrizione integrale del fascicolo.
report-acquired-screenshot = Fotografia dello schermo
report-acquired-app_export = Esportazione fatta dall'applicazione
report-acquired-backup = Copia di sicurezza o base di dati
report-acquired-unknown = Modo di acquisizione da indicare
report-holder-affected_person = originale presso la persona offesa
report-holder-guardian = originale presso il genitore o tutore
report-holder-representative = originale presso chi assiste la persona offesa
report-handling-copied = copia identica nel fascicolo digitale
report-handling-hash_only = nel fascicolo c'è solo l'impronta: il file può contenere immagini o video e non è stato copiato
report-handling-text-only = nel fascicolo ci sono l'impronta e una copia identica dei suoi file di testo; immagini e video non sono stati copiati né mostrati
report-members = Contiene { $count ->
    [one] 1 file
   *[other] { $count } file
  }
report-members-more = altri { $count } con le loro impronte nella trascrizione integrale del fascicolo
report-member-unhashed = impronta non calcolabile
report-class-text = testo
report-class-image = immagine
report-class-video = video
report-class-audio = audio
report-class-document = documento
report-class-archive = archivio
report-class-unknown = file
report-evidence-other = Altri documenti prodotti (ricevute di pagamento, schermate, indirizzi di pagine):
report-originals-heading = Originali a disposizione
report-originals = Il dispositivo e l'account su cui si trovano gli originali sono a disposizione dell'Autorità giudiziaria per la copia forense (L. 48/2008; artt. 244, 247, 254-bis, 352, 354 c.p.p.: da confermare).
report-originals-device = Dispositivo (marca, modello, chi lo ha)
report-minor-heading = Cautela per le immagini di persone con meno di 18 anni
report-minor-text = A questo atto non è allegata alcuna immagine intima. Immagini e video della persona offesa non sono stati aperti, mostrati, copiati o inviati (art. 600-quater c.p.): nell'indice ci sono soltanto nome, impronta e tipo. Il dispositivo su cui si trovano è a disposizione.
report-minor-description = Descrizione a parole del materiale, se serve (chi lo ha, dov'è)
report-possible-text = L'età della persona offesa non è stata indicata: per cautela vale quanto previsto per chi ha meno di 18 anni. A questo atto non è allegata alcuna immagine intima. Immagini e video non sono stati aperti, mostrati, copiati o inviati (art. 600-quater c.p.): nell'indice ci sono soltanto nome, impronta e tipo. Il dispositivo su cui si trovano è a disposizione.

## Richieste
report-requests-heading = Richieste
report-requests-intro = La persona sottoscritta chiede:
report-request-preserve = che sia ordinata con urgenza ai fornitori dei servizi la conservazione dei dati (registrazione, accessi, indirizzi IP, contenuti) dei profili, dei numeri e degli indirizzi indicati, prima che siano cancellati (Convenzione di Budapest, art. 16: da confermare);
report-request-payments = che siano acquisiti presso banche, Poste, istituti di pagamento, trasferimento di denaro e gestori di criptovalute i dati dei conti, delle carte e dei portafogli indicati, con identificazione di chi li ha aperti e di chi ha ritirato le somme, e che le somme ancora presenti siano bloccate;
report-request-seize = il sequestro preventivo, anche mediante oscuramento, dei profili, delle pagine e dei contenuti con cui il reato è commesso o continua (art. 321 c.p.p.: da confermare);
report-request-cooperation = l'identificazione degli intestatari e, dove occorre, la cooperazione con le autorità di altri Stati e con Europol;
report-request-335 = la comunicazione delle iscrizioni che la riguardano come persona offesa (art. 335 c.p.p.);
report-request-408 = di essere avvisata dell'eventuale richiesta di archiviazione (art. 408, comma 2, c.p.p.) e di proroga delle indagini (art. 406, comma 3, c.p.p.);
report-request-459 = dichiara di opporsi alla definizione del procedimento con decreto penale di condanna (art. 459 c.p.p.);
report-request-civil = si riserva di costituirsi parte civile, di nominare un difensore e di integrare questo atto.
report-persons-heading = Persone informate sui fatti
report-persons-intro = Chi ha visto o ricevuto messaggi o materiale, o sa qualcosa dei fatti (nome, recapito, che cosa sa):
report-receipt-heading = Ricevuta
report-receipt = Si chiede copia di questo atto con l'attestazione di deposito e il numero di registrazione.
report-receipt-space = Spazio per l'ufficio: data, timbro, firma, numero
report-sign-place = Luogo e data
report-sign-person = Firma della persona che presenta l'atto
report-sign-guardian = Firma del genitore o tutore, se serve
report-attachments-list = Allegati: A, trascrizione dei messaggi citati; B, che cosa non è stato letto; C, come verificare le impronte; D, fonti e date delle norme citate.

## Allegati
report-annex-a = Allegato A: trascrizione dei messaggi citati
report-annex-a-intro = Ogni messaggio citato è riportato con quello prima e quello dopo. I numeri in grassetto riportano alla cronologia.
report-annex-a-full = La trascrizione integrale ({ $count ->
    [one] 1 elemento
   *[other] { $count } elementi
  }) è nel fascicolo digitale; l'originale è il reperto { $exhibit }.
report-annex-a-empty = Nessun messaggio citato.
report-skipped = { $count ->
    [one] un messaggio non riportato
   *[other] { $count } messaggi non riportati
  }
report-unicode-note = I caratteri che i tipi di stampa di questo documento non contengono sono indicati con il loro codice Unicode, per esempio [U+1F608]. L'originale li conserva.
report-direction-note = { $count ->
    [one] È stato tolto dalla stampa 1 segno invisibile
   *[other] Sono stati tolti dalla stampa { $count } segni invisibili
  } di direzione del testo o di variante delle emoji.
report-strict-note = Per una difficoltà di stampa questo documento mostra solo caratteri latini: tutti gli altri sono indicati con il loro codice.
report-hidden = [{ $count ->
    [one] 1 carattere invisibile
   *[other] { $count } caratteri invisibili
  }: { $codes }]
report-app = applicazione
report-edited = modificato
report-forwarded = inoltrato
report-embedded = contiene una riga simile all'intestazione di un altro messaggio: da confrontare con l'originale
report-message-deleted = [messaggio eliminato]
report-message-view_once = [messaggio visualizzabile una volta, contenuto non conservato]
report-message-unsupported = [contenuto che l'applicazione non ha esportato]
report-message-empty = [senza testo]
report-call = [{ $kind }, { $outcome }{ $seconds }]
report-call-voice = chiamata
report-call-video = videochiamata
report-call-answered = con risposta
report-call-missed = persa
report-call-declined = rifiutata
report-call-unknown = esito non noto
report-call-seconds = , { $count } s
report-attachment-present = [{ $class }: { $name }]
report-attachment-omitted = [{ $class } non inclusa nell'esportazione: { $name }]
report-attachment-missing = [{ $class } citata ma non trovata: { $name }]
report-attachment-nameless = senza nome
report-annex-b = Allegato B: che cosa non è stato letto
report-annex-b-intro = Ciò che manca o non si è potuto leggere è dichiarato qui, perché nulla sia taciuto.
report-annex-b-nothing = Tutto ciò che è stato consegnato come testo è stato letto.
report-annex-b-loss = { $path }: { $bytes } byte con possibile testo non letto, in { $count ->
    [one] 1 punto
   *[other] { $count } punti
  }
report-annex-b-line = riga { $line }
report-annex-b-listed = { $count ->
    [one] 1 file con possibili immagini, suoni o documenti è stato elencato con l'impronta e non letto.
   *[other] { $count } file con possibili immagini, suoni o documenti sono stati elencati con l'impronta e non letti.
  }
report-annex-b-more = e altre { $count } voci, nella trascrizione integrale del fascicolo
report-annex-b-times = { $count ->
    [one] una volta
   *[other] { $count } volte
  }
report-annex-c = Allegato C: verificare senza Argine
report-annex-c-intro = Bastano strumenti comuni. Nella cartella del fascicolo digitale, da un terminale:
report-annex-c-1 = sha256sum -c manifest-sha256.txt
report-annex-c-1-why = controlla ogni file del fascicolo (Linux)
report-annex-c-2 = shasum -a 256 -c manifest-sha256.txt
report-annex-c-2-why = lo stesso su macOS
report-annex-c-3 = Get-FileHash -Algorithm SHA256 "nome del file"
report-annex-c-3-why = l'impronta di un file su Windows (PowerShell)
report-annex-c-4 = sha256sum "nome del file"
report-annex-c-4-why = l'impronta di un originale, da confrontare con l'indice delle prove
report-annex-c-5 = sha256sum tagmanifest-sha256.txt
report-annex-c-5-why = l'impronta dell'elenco stesso, da annotare nel verbale di deposito
report-annex-d = Allegato D: fonti e date delle norme citate
report-annex-d-intro = Norme citate in questo atto fuori dall'elenco dei reati. «Da confermare» vuol dire che nessuno ha ancora controllato il testo ufficiale. Non è un parere legale.
report-annex-d-norm = Norma
report-annex-d-use = Perché è citata
report-annex-d-source = Fonte e data
report-norm-form = forma di denuncia e querela
report-norm-domicile = domicilio della persona querelante
report-norm-minor14 = querela della persona con almeno 14 anni
report-norm-documents = messaggi prodotti dalla persona offesa come documenti
report-norm-forensic = copia forense del dispositivo
report-norm-preserve = conservazione urgente dei dati
report-norm-seize = sequestro preventivo e oscuramento
report-norm-notices = avvisi alla persona offesa, opposizione al decreto penale
report-norm-images = possesso e accesso a immagini di persone con meno di 18 anni
report-norm-receipt = copia con attestazione di deposito
report-footer-first = Reperto 0001, SHA-256
report-footer-none = Nessun reperto
report-page = pag. { $page } di { $total }
report-transcript-title = Trascrizione integrale
report-transcript-conversation = Conversazione { $number }: { $platform }
report-transcript-unread = parti non lette
report-transcript-files = File consegnati e contenuti, con impronta SHA-256
report-transcript-none = Nessuna conversazione letta.
report-annex-c-command = Comando
report-annex-c-what = Che cosa fa

## Che cosa non è stato letto (allegato B)
# Variabili: $file nome del file, $line riga, $count quante volte, $detail nome, limite o numero.
report-finding-empty = { $file }: il file è vuoto.
report-finding-unknown-format = { $file }: formato non riconosciuto, non letto.
report-finding-media-listed = { $file }: immagini, video, audio o documenti di cui sono state calcolate solo le impronte, senza mostrarli né leggerli ({ $count }).
report-finding-archive-damaged = { $file }: archivio danneggiato o incompleto, letto solo in parte.
report-finding-archive-encrypted = { $file }: voci protette da password, non lette ({ $count }).
report-finding-limit-reached = { $file }: limite di sicurezza superato ({ $detail }), parte non letta.
report-finding-unsafe-name = { $file }: voce con un nome che porta fuori dall'archivio ({ $detail }), elencata e non letta.
report-finding-duplicate-name = { $file }: il nome { $detail } compare più volte; le voci sono elencate tutte.
report-finding-member-unreadable = { $file }: la voce { $detail } non si estrae del tutto.
report-finding-encoding = { $file }: testo non in UTF-8, letto come { $detail }.
report-finding-broken-text = { $file }: caratteri non validi sostituiti per la lettura ({ $count }); l'originale non cambia.
report-finding-json-damaged = { $file }: dati interrotti o danneggiati, letti solo in parte.
report-finding-mail-damaged = { $file }: messaggio di posta danneggiato, letto solo in parte.
report-finding-unreadable-messages = { $file }: messaggi non leggibili, del tutto o nell'orario ({ $count }).
report-finding-date-order-assumed = { $file }: nulla decide l'ordine di giorno e mese nelle date; l'ordine usato è presunto ({ $detail }).
report-finding-time-goes-back = { $file }: l'orario torna indietro ({ $count }); l'ordine è quello del file.
report-finding-embedded-header = { $file }: righe dentro un messaggio simili all'inizio di un altro ({ $count }); da confrontare con il telefono.
report-finding-omitted-media = { $file }: file multimediali che l'esportazione non contiene ({ $count }).
report-finding-export-limit = { $file }: il numero di messaggi è vicino al limite dell'applicazione ({ $detail }); i più vecchi possono mancare.
report-finding-group-conversation = { $file }: conversazione di gruppo ({ $detail } persone); i ruoli sono incerti.
report-finding-owner-unknown = { $file }: il file non dice quale partecipante è la persona offesa.
report-finding-folded-time = { $file }: messaggi nell'ora che si ripete alla fine dell'ora legale ({ $count }); quale delle due non è noto.
report-finding-clock-disagrees = { $file }: due orologi della stessa fonte non coincidono ({ $detail }, { $count }).
report-finding-own-messages-only = { $file }: i dati scaricati da { $detail } contengono solo i messaggi di chi li ha scaricati.
report-finding-html-export = { $file }: dati scaricati in HTML, senza fuso orario.
report-finding-known-omission = { $file }: i dati scaricati da { $detail } non comprendono tutti i messaggi della chat.
report-finding-columns-guessed = { $file }: tabella, colonne riconosciute dal contenuto ({ $detail }).
report-finding-contacts-read = { $file }: elenco di contatti ({ $count }), usato solo per la protezione della persona offesa.
report-finding-logins-read = { $file }: elenco di accessi all'account ({ $count }).
report-finding-sender-verified = { $file }: il server ricevente ha annotato una firma DKIM valida del dominio { $detail } (annotazione più recente; le altre non sono considerate).
report-finding-sender-unverified = { $file }: nessuna annotazione attendibile del server ricevente prova la provenienza da { $detail }; le annotazioni più vecchie possono essere falsificate.
report-finding-sender-is-recipient = { $file }: il mittente indicato è l'indirizzo stesso del destinatario ({ $detail }), senza firma attendibile; il mittente è probabilmente falsificato.
report-finding-duplicates-merged = { $file }: messaggi presenti anche in un'altra esportazione ({ $count }), riportati una sola volta con entrambe le provenienze.
report-finding-exports-disagree = { $file }: messaggi presenti in una sola di due esportazioni della stessa chat ({ $count }).
report-finding-screenshot-read = { $file }: testo ricavato dall'immagine ({ $count } messaggi), da confrontare con l'immagine.
report-finding-screenshot-held = { $file }: immagine non letta; ne sono state calcolate solo le impronte.
report-finding-screenshot-without-engine = { $file }: immagine non letta, manca il programma di lettura.
report-finding-screenshot-without-chat = { $file }: immagine in cui non è stata riconosciuta una chat.
