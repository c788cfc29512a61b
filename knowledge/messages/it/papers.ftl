# Argine · papers
# Il modulo della persona e le carte accanto alla denuncia.

## Modulo
statement-intro = Modulo per le carte del caso. Si compila con qualunque editor di testo: scrivi tra le virgolette.
    Nulla è obbligatorio: ciò che lasci vuoto resta da compilare a mano sulla carta.
    Il modulo resta sul tuo dispositivo.
statement-own-words = I fatti con parole tue, se vuoi aggiungere qualcosa:
statement-witnesses = Persone che sanno dei fatti, una per voce: ["nome, recapito, che cosa sa", "..."]
statement-domicile = Domicilio dichiarato o eletto (indirizzo)
statement-accused = Chi accusi, se sai chi è. Se non lo sai, lascia vuoto: la denuncia sarà contro ignoti.
statement-payments = Pagamenti che hai fatto. Per ognuno copia il gruppo qui sotto, togli il segno # e scrivi [[payments]] sopra.
statement-facts = Fatti che il programma ha ricavato dai messaggi. In answer scrivi: sì, no, oppure come è andata davvero.
    I fatti con risposta no restano fuori dalle carte. I fatti senza risposta sono segnati come da confermare.
statement-trace = { $kind } di chi ricatta: { $value }

## Denuncia: aggiunte
report-against-known = La persona sottoscritta presenta denuncia e propone querela contro la persona indicata qui sotto, e contro chiunque altro abbia concorso nei fatti. Si indicano anche i nomi, i recapiti, i conti e gli indirizzi che seguono.
report-accused-name = Cognome e nome di chi si accusa
report-accused-relation = Rapporto con la persona offesa (per esempio: ex partner, collega)
report-accused-address = Dove si può trovare
report-money-stated = Pagamenti indicati dalla persona:
report-answers-heading = Che cosa conferma la persona
report-answers-intro = I fatti seguenti sono stati ricavati dal programma dalle parole dei messaggi. Vale la risposta della persona; dove manca, la si segna qui a mano.
report-answers-fact = Fatto ricavato dai messaggi
report-answers-answer = Risposta della persona
report-answer-open = ☐ sì  ☐ no (da confermare)
report-answer-confirmed = confermato
report-answer-corrected = Precisa:
report-answers-more = { $count ->
    [one] Un altro fatto da confermare è
   *[other] Altri { $count } fatti da confermare sono
  } nel modulo del caso.
report-answers-rejected = { $count ->
    [one] Un fatto ricavato dal programma non è stato confermato dalla persona e non è riportato.
   *[other] { $count } fatti ricavati dal programma non sono stati confermati dalla persona e non sono riportati.
  }

## In comune
paper-reading-note = Le parole in grassetto e le somme sono una lettura del programma: le conferma la persona. Le parole tra virgolette sono testuali.
paper-made-on = Carta preparata il { $date }.
paper-grade-a = cifre di controllo e struttura
paper-grade-b = struttura e parole vicine
paper-grade-c = debole: gli somiglia soltanto

## Cronologia
paper-timeline-title = Cronologia dei fatti
paper-timeline-subtitle = con le parole dei messaggi e il reperto in cui si trovano
paper-timeline-intro = I messaggi che contano, dal primo all'ultimo, da tutte le conversazioni consegnate. Ogni riga dice il numero del messaggio e il reperto da cui viene.
paper-timeline-empty = Nelle conversazioni consegnate non è stato riconosciuto nessun fatto da riportare.

## Indice dei reperti
paper-exhibits-title = Indice dei reperti
paper-exhibits-subtitle = ogni file con la sua impronta SHA-256
paper-exhibits-intro = I file consegnati e ciò che contengono. L'impronta SHA-256 identifica un file: se cambia un solo byte, cambia l'impronta. Nessuna immagine è riprodotta qui.
paper-exhibits-more = { $count ->
    [one] Un'altra riga non è stampata:
   *[other] Altre { $count } righe non sono stampate:
  } l'elenco completo è in manifest-sha256.txt e nella trascrizione integrale.

## Pagamenti
paper-payments-title = Registro dei pagamenti
paper-payments-subtitle = somme pretese e somme pagate
paper-payments-intro = Serve alla banca, alle Poste o al servizio di pagamento per bloccare o richiamare le somme, e a chi indaga per seguirle.
paper-payments-made = Pagamenti fatti, indicati dalla persona
paper-payments-made-note = Da completare con le ricevute: una riga per ogni operazione.
paper-payments-date = Data e ora
paper-payments-amount = Somma
paper-payments-channel = Come
paper-payments-beneficiary = A chi (conto, carta, nome)
paper-payments-reference = Numero dell'operazione
paper-payments-at = Banca o ufficio
paper-payments-receipt = Ricevuta
paper-payments-said = Pagamenti di cui si parla nelle conversazioni
paper-payments-said-none = Nelle conversazioni lette nessuno dice di aver pagato.
paper-payments-demanded = Somme pretese
paper-payments-demanded-none = Nelle conversazioni lette non è stata riconosciuta una somma precisa.
paper-payments-keep-heading = Che cosa conservare
paper-payments-keep-receipt = Ricevute, schermate dell'operazione, e-mail o SMS di conferma.
paper-payments-keep-number = Il numero dell'operazione: CRO o TRN per il bonifico, MTCN o codice di ritiro per il trasferimento di denaro, codice e scontrino per la carta regalo, hash della transazione per le criptovalute.
paper-payments-keep-bank = Il numero di pratica che ti dà la banca, con data, ora e nome di chi ha risposto.
paper-payments-keep-never = Non pagare altro e non affidarti a chi promette di recuperare i soldi a pagamento.

## Tracce
paper-indicators-title = Tracce di chi ricatta
paper-indicators-subtitle = recapiti, conti, indirizzi e nomi, con ogni messaggio in cui si trovano
paper-indicators-intro = I valori sono scritti in forma uniforme, perché si possano confrontare con quelli di altri casi; accanto c'è la forma usata nel messaggio.
paper-indicators-theirs = Di chi ricatta
paper-indicators-unknown = Non si sa di chi
paper-indicators-none = Nessuna.
paper-indicators-own = I recapiti e i conti della persona offesa e quelli di servizi pubblici, banche e linee di aiuto non sono riportati.

## Conservazione dei dati
paper-preservation-title = Richiesta di conservazione urgente dei dati
paper-preservation-subtitle = perché i dati di chi ricatta non siano cancellati
paper-preservation-to = All'ufficio che indaga o che riceve la denuncia
paper-preservation-intro = La persona sottoscritta chiede che sia ordinata con urgenza ai fornitori dei servizi indicati la conservazione dei dati sui profili, i numeri e gli indirizzi seguenti, prima che siano cancellati. La richiesta accompagna la denuncia: a ordinare la conservazione è l'Autorità, non chi scrive.
paper-preservation-which = Profili, numeri e indirizzi
paper-preservation-service = Servizio o tipo
paper-preservation-when = Periodo
paper-preservation-period = dal { $first } al { $last }
paper-preservation-what = Dati da conservare
paper-preservation-registration = dati di registrazione: nome, e-mail, telefono, data, indirizzo IP;
paper-preservation-accesses = accessi: data, ora, indirizzo IP e porta, dispositivo;
paper-preservation-contents = messaggi, immagini, video e gruppi, anche se eliminati da chi li ha inviati;
paper-preservation-contacts = cambi di nome, di numero e di profilo; elenco dei profili contattati con lo stesso metodo;
paper-preservation-payments = conti, carte e portafogli collegati: intestatario, movimenti, luogo e persona del ritiro;
paper-preservation-links = pagine e indirizzi web: chi li ha creati, da dove, chi li ospita.
paper-preservation-why = Perché è urgente
paper-preservation-reason = Molti fornitori cancellano i dati di accesso dopo poco tempo, e chi ricatta può chiudere i profili in ogni momento. Finché i dati ci sono, si può risalire a chi ha scritto e a chi ha incassato.

## Ricevuta
paper-receipt-title = Ricevuta di consegna
paper-receipt-subtitle = che cosa è stato consegnato, a chi, quando
paper-receipt-intro = Due copie firmate: una resta a chi consegna, una a chi riceve.
paper-receipt-from = Chi consegna
paper-receipt-to = Ufficio o studio che riceve
paper-receipt-who = Nome e qualifica di chi riceve
paper-receipt-medium = Supporto (chiavetta, disco, carta; marca e numero)
paper-receipt-root = Impronta del sigillo del caso
paper-receipt-root-note = L'impronta del sigillo è quella che Argine mostra quando sigilla o verifica il caso: chi riceve la confronta con quella dei file sul supporto.
paper-receipt-files = File consegnati
paper-receipt-given = Consegnato
paper-receipt-other = Altro (dispositivi, ricevute di carta):
paper-receipt-purpose = I file sono consegnati per il procedimento penale e non per altri scopi. Chi riceve non apre immagini intime oltre quanto serve.
paper-receipt-sign-from = Firma di chi consegna
paper-receipt-sign-to = Firma di chi riceve

## Carte di un caso
help-argine-report = Prepara le carte di un caso: denuncia, cronologia, reperti, pagamenti, tracce, richiesta di conservazione, ricevuta.
help-argine-case-redact = Fa una copia senza nomi, senza media e con i recapiti sfumati, per chi deve solo consigliarti.
help-arg-paper = Quale carta: all (tutte), form (il modulo da compilare), complaint (denuncia), timeline (cronologia), exhibits (reperti), payments (pagamenti), indicators (tracce), preservation (conservazione dei dati), receipt (ricevuta).
help-arg-form = Il modulo che hai compilato: le carte ne tengono conto.
help-arg-format = In quale forma: pdf, text, html oppure odt, che un ufficio può modificare.
line-report-written = Carta pronta: { $file }
line-report-form = Modulo pronto: { $file }. Compilalo con un editor di testo, poi ripeti il comando con --form.
line-report-facts-open = I fatti ricavati dal programma sono segnati come da confermare. Per rispondere: argine report CASO form.
line-redacted = Copia senza nomi in { $file }.
redact-owner = Persona offesa
redact-other = Chi ricatta
redact-someone = Persona
redact-file = File
redact-intro = Questa copia non contiene tutto. Mancano:
redact-names = { $count ->
    [one] 1 nome, sostituito
   *[other] { $count } nomi, sostituiti
  } con il ruolo;
redact-values = { $count ->
    [one] 1 recapito o conto, mostrato
   *[other] { $count } recapiti e conti, mostrati
  } solo in parte;
redact-attachments = { $count ->
    [one] nome e impronta di 1 allegato;
   *[other] nomi e impronte di { $count } allegati;
  }
redact-contacts = { $count ->
    [one] 1 voce di rubriche ed elenchi di contatti;
   *[other] { $count } voci di rubriche ed elenchi di contatti;
  }
redact-logins = { $count ->
    [one] 1 accesso agli account;
   *[other] { $count } accessi agli account;
  }
redact-conversations = { $count ->
    [one] 1 conversazione senza segni di ricatto.
   *[other] { $count } conversazioni senza segni di ricatto.
  }
redact-check = Rileggila prima di darla a qualcuno: un nome scritto in modo diverso da quello del profilo non viene riconosciuto.
problem-case-changed = Il caso { $file } è cambiato dopo il sigillo: non preparo carte da un caso cambiato. Guarda che cosa con: argine case verify.
problem-no-case-file = Nel caso { $file } non ci sono i dati per preparare le carte. Rifai il caso con argine respond.
problem-form = Il modulo { $file } non si legge alla riga { $line }: { $reason }. Correggi quella riga, o rifai il modulo con argine report CASO form.
problem-form-unknown-fact = Il modulo { $file } risponde al fatto «{ $id }», che in questo caso non c'è. Forse è il modulo di un altro caso.
problem-form-answered-twice = Il modulo { $file } risponde due volte al fatto «{ $id }». Tieni una risposta sola.
