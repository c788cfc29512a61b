# Il sigillo: verdetti, controlli, pagina di verifica nel fascicolo, errori del fascicolo su disco.

verdict-intact = { $count ->
    [one] Il fascicolo è integro: il suo file non è cambiato dal sigillo del { $time }.
   *[other] Il fascicolo è integro: nessuno dei suoi { $count } file è cambiato dal sigillo del { $time }.
}
verdict-changed = Il fascicolo NON è più come è stato sigillato. Riguarda: { $paths }
verdict-not-stamped = L'ora del sigillo è quella del dispositivo: nessuna autorità l'ha ancora confermata con una marca temporale.

# I controlli. $paths: i file interessati; $count: quanti sono.
check-changed-pass = Ogni file ha gli stessi byte di quando è stato sigillato.
check-changed-fail = { $count ->
    [one] Un file è stato cambiato: { $paths }
   *[other] { $count } file sono stati cambiati: { $paths }
}
check-missing-pass = Non manca nessun file.
check-missing-fail = { $count ->
    [one] Manca un file: { $paths }
   *[other] Mancano { $count } file: { $paths }
}
check-added-pass = Non c'è nessun file in più.
check-added-fail = { $count ->
    [one] C'è un file o una cartella in più, che il sigillo non conosce: { $paths }
   *[other] Ci sono { $count } file o cartelle in più, che il sigillo non conosce: { $paths }
}
check-regular-files-pass = Tutti i file sono file normali e si leggono fino in fondo.
check-regular-files-fail = Al posto di un file normale c'è un collegamento o un file che non si legge: { $paths }
check-bag-pass = La descrizione del fascicolo (bagit.txt, bag-info.txt) è quella sigillata.
check-bag-fail = La descrizione del fascicolo non corrisponde al sigillo: { $paths }
check-manifest-pass = L'elenco delle impronte è quello sigillato.
check-manifest-fail = L'elenco delle impronte è stato rovinato o riscritto: { $paths }
check-tag-manifest-pass = L'elenco dei file di servizio c'è ed è quello sigillato.
check-tag-manifest-fail = L'elenco dei file di servizio manca, è rovinato o è stato riscritto: { $paths }
check-items-pass = Il registro dei reperti descrive ogni file, uno per uno.
check-items-fail = Il registro dei reperti e i file non vanno d'accordo: { $paths }
check-custody-pass = La catena di custodia regge, riga per riga.
check-custody-fail = La catena di custodia è spezzata: { $paths }
check-root-pass = La radice del sigillo è scritta come deve e riguarda questo fascicolo.
check-root-fail = La radice del sigillo manca o non corrisponde al fascicolo: { $paths }
check-signature-pass = Le firme del sigillo sono valide.
check-signature-fail = Una firma del sigillo non è valida: { $paths }
check-seal-chain-pass = Ogni sigillo richiama quello prima, e ciò che aveva sigillato c'è ancora.
check-seal-chain-fail = La serie dei sigilli è interrotta, o qualcosa di già sigillato è stato tolto o riscritto: { $paths }
check-same-key-pass = Tutti i sigilli sono della stessa chiave.
check-same-key-fail = Un sigillo è stato fatto con un'altra chiave: { $paths }
check-time-stamps-pass = Ogni marca temporale è di questo sigillo ed è valida.
check-time-stamps-fail = Una marca temporale non vale: { $paths }
check-format-pass = Il fascicolo è in un formato che questo programma conosce.
check-format-fail = Il fascicolo dice di essere in un altro formato: serve una versione più nuova di Argine. { $paths }
check-expected-pass = La chiave e la radice sono quelle che conosci.
check-expected-fail = La chiave o la radice non sono quelle che conosci: { $paths }

# LEGGIMI-verifica.txt. I comandi sono inseriti dal programma, uguali in tutte le lingue.
seal-page-title =
    COME VERIFICARE QUESTO FASCICOLO
    ================================
seal-page-what =
    Questa cartella è un fascicolo di Argine. È anche un "bag" secondo la norma
    pubblica RFC 8493: si controlla con strumenti che ogni tecnico ha già, senza
    Argine.

      data/originals/         i file consegnati, copiati byte per byte
      data/derived/           ciò che è stato ricavato dagli originali
      records/items.jsonl     che cos'è ogni file, da dove viene, chi l'ha consegnato
      records/custody.jsonl   chi ha fatto che cosa, e quando; ogni riga contiene
                              l'impronta SHA-256 della riga prima
      seal/                   i sigilli, numerati da 1
seal-page-proves =
    CHE COSA PROVA IL SIGILLO
    I file sono gli stessi, byte per byte, che la chiave in seal/1/key.pem ha
    firmato. Nessun file è stato cambiato, tolto o aggiunto da allora.
seal-page-does-not-prove =
    CHE COSA NON PROVA
    Non prova chi ha scritto i messaggi. Non prova che uno schermo li abbia
    mostrati. Non dice nulla di ciò che è accaduto prima della consegna. Non prova
    a chi appartiene la chiave: confronta la chiave, o l'impronta di
    seal/1/root.txt, con quella annotata alla consegna. L'ora è quella
    dell'orologio del dispositivo, finché seal/1/status.txt dice
    "not time-stamped".
seal-page-commands =
    CINQUE COMANDI
    Apri un terminale dentro questa cartella, su un sistema con gli strumenti GNU
    (Linux, oppure WSL su Windows). Servono solo coreutils, findutils, grep e
    openssl (dalla versione 3).
seal-page-step-1 = I file del fascicolo sono quelli dell'elenco?
seal-page-answer-1 = Risposta attesa: "OK" in ogni riga.
seal-page-step-2 = L'elenco e i registri sono quelli del sigillo?
seal-page-answer-2 = Risposta attesa: "OK" in ogni riga.
seal-page-step-3 = C'è qualche file che nessun elenco conosce?
seal-page-answer-3 = Risposta attesa: nessuna riga. Se esce il nome di un file, quel file è in più o manca.
seal-page-step-4 = Il sigillo riguarda proprio questo elenco?
seal-page-answer-4 = Risposta attesa: "tagmanifest-sha256.txt: OK".
seal-page-step-5 = La firma del sigillo è valida?
seal-page-answer-5 = Risposta attesa: "Signature Verified Successfully".
seal-page-also =
    CHI HA MINISIGN O BAGIT
    La stessa firma e gli stessi elenchi si controllano anche così.
seal-page-answer-6 = Risposta attesa: "Signature and comment signature verified".
seal-page-answer-7 = Risposta attesa: ". is valid". Da solo non basta: non vede i file in più fuori da data/.
seal-page-stamp =
    SE C'È UNA MARCA TEMPORALE
    Se seal/1/status.txt dice "time-stamped", un'autorità ha visto il sigillo e ne
    ha firmato l'ora. Procurati tu il certificato radice dell'autorità (per quelle
    qualificate, dall'elenco dei prestatori della Commissione europea) e salvalo
    come roots.pem. Se il certificato è scaduto nel frattempo, aggiungi
    -attime seguito dall'ora della marca in secondi dal 1970.
seal-page-answer-8 = Risposta attesa: "Verification: OK". L'ora: openssl ts -reply -in seal/1/stamp-1.tsr -text
seal-page-more-seals =
    Se in seal/ ci sono più numeri, il fascicolo è stato completato e sigillato di
    nuovo. Nei comandi usa il numero più alto al posto di 1. Ogni sigillo richiama
    quello prima, con la sua impronta, nell'ultima riga di root.txt.
seal-page-failed =
    SE UN CONTROLLO FALLISCE
    Non correggere nulla. Fai una copia della cartella così com'è, annota quando e
    dove l'hai avuta, e chiedi a chi te l'ha data una nuova copia da confrontare.

# Errori. $path: il file o la cartella, o il numero del reperto.
vault-error-target-exists = C'è già qualcosa in { $path }.
vault-hint-target-exists = Non l'ho toccato. Scegli un altro nome per il fascicolo.
vault-error-busy = Un altro programma sta scrivendo { $path }.
vault-hint-busy = Aspetta che finisca, poi riprova.
vault-error-no-place = Non posso creare un fascicolo in { $path }.
vault-hint-no-place = Controlla che la cartella che deve contenerlo esista.
vault-error-not-writable = Non ho il permesso di scrivere in { $path }.
vault-hint-not-writable = Scegli una cartella tua, per esempio Documenti. Non è rimasto nulla a metà.
vault-error-no-space = Non c'è più spazio per { $path }.
vault-hint-no-space = Libera spazio o scegli un altro disco, poi riprova. Non è rimasto nulla a metà.
vault-error-io = Il sistema non mi lascia usare { $path }.
vault-hint-io = Controlla che il disco sia collegato e funzioni, poi riprova. Non è rimasto nulla a metà.
vault-error-original-changed = Il reperto { $path } è cambiato mentre lo copiavo.
vault-hint-original-changed = Chiudi i programmi che lo stanno usando e riprova: nel fascicolo entra solo una copia identica.
vault-error-media-forbidden = Il reperto { $path } può contenere immagini di persone: ne conservo solo l'impronta.
vault-hint-media-forbidden = Lascia il file dov'è e non inviarlo a nessuno: la polizia ti dirà come consegnarlo.
vault-error-no-such-member = Il reperto { $path } non contiene il file richiesto.
vault-hint-no-such-member = Riprova con il file così come ti è stato consegnato.
vault-error-invalid-name = Il nome «{ $path }» non si può usare dentro un fascicolo.
vault-hint-invalid-name = Usa solo lettere senza accento, numeri, punto e trattino.
vault-error-not-a-case = In { $path } non trovo un fascicolo.
vault-hint-not-a-case = Indica la cartella che contiene bagit.txt.
vault-error-not-intact = Il fascicolo non è più come è stato sigillato: { $path }
vault-hint-not-intact = Non ho aggiunto nulla, per non coprire il cambiamento. Tieni questa copia così com'è e cerca una copia integra.
vault-error-other-key = Il fascicolo è stato sigillato con un'altra chiave.
vault-hint-other-key = Riaprilo sul dispositivo che lo ha creato.
vault-error-broken-record = Il registro { $path } non si legge.
vault-hint-broken-record = Verifica il fascicolo per sapere che cosa è cambiato.
vault-error-key-damaged = La chiave di questo dispositivo, { $path }, è rovinata.
vault-hint-key-damaged = Rimetti la copia che hai salvato. Se non ne hai, sposta altrove il file rovinato: ne farò una nuova per i prossimi fascicoli. Quelli vecchi restano verificabili.
vault-error-key-exposed = Altre persone su questo computer possono leggere la chiave { $path }.
vault-hint-key-exposed = Permetti la lettura solo a te (chmod 600), poi riprova.
vault-error-no-randomness = Il sistema non mi dà numeri casuali per creare la chiave.
vault-hint-no-randomness = Riavvia il dispositivo e riprova.
vault-error-locked = Il fascicolo { $path } è chiuso.
vault-hint-locked = Scrivi la frase segreta, oppure indica il file della chiave con --identity.
vault-error-wrong-key = Questa frase, o questa chiave, non apre { $path }.
vault-hint-wrong-key = Controlla maiuscole e tastiera, poi riprova. Con la scheda di recupero si apre lo stesso.
vault-error-vault-damaged = Il fascicolo chiuso { $path } è stato rovinato o tagliato.
vault-hint-vault-damaged = Tieni questa copia così com'è e cerca una copia integra.
vault-error-half-written = Non ho potuto completare { $path }: un file è cambiato mentre lo copiavo.
vault-hint-half-written = Il fascicolo è rimasto com'era. Chiudi i programmi che usano quel file e riprova.
vault-error-no-such-seal = Il fascicolo non ha il sigillo numero { $path }.
vault-hint-no-such-seal = Guarda quali sigilli ci sono con argine case show.
vault-error-no-such-file = Nel fascicolo non c'è { $path }.
vault-hint-no-such-file = Guarda i nomi con argine case show, e scrivili come sono lì.
vault-error-not-locked = Il fascicolo { $path } non è chiuso.
vault-hint-not-locked = Puoi chiuderlo con argine case lock.
vault-error-no-authority = «{ $path }» non è l'indirizzo di un'autorità.
vault-hint-no-authority = L'indirizzo comincia con http:// o https://. Non è stato inviato nulla.
vault-error-unreachable = Non riesco a raggiungere { $path } ({ $reason }).
vault-hint-unreachable = Il fascicolo resta valido, senza marca temporale. Riprova più tardi o con un'altra autorità.
vault-error-stamp = La risposta dell'autorità non è una marca valida. { $reason }
vault-hint-stamp = Non ne ho conservato nulla. Riprova, o scegli un'altra autorità.
vault-error-seal = Non posso sigillare il fascicolo: { $path }
vault-hint-seal = Non è rimasto nulla a metà. Riprova; se succede ancora, segnalalo a chi cura Argine.

# Marche temporali.
stamp-error-malformed = La risposta non è una marca temporale leggibile.
stamp-error-refused = L'autorità ha rifiutato la richiesta.
stamp-error-wrong-imprint = La marca riguarda qualcos'altro, non questo sigillo.
stamp-error-wrong-nonce = La marca risponde a un'altra richiesta.
stamp-error-weak-hash = La marca si appoggia a SHA-1, che non è più sicuro.
stamp-error-unsupported = La marca è firmata in un modo che questo programma non conosce o non accetta.
stamp-error-wrong-certificate = Il certificato dell'autorità manca o non è quello indicato nella firma.
stamp-error-bad-signature = La firma della marca non è valida.
stamp-error-wrong-purpose = Il certificato non è un certificato per marche temporali.
stamp-error-expired = Un certificato non era valido in quel momento.
stamp-error-untrusted = L'autorità non è tra quelle di cui ti fidi: nessuna catena porta a una radice indicata.
stamp-trusted = Sigillo { $seal }: marca del { $time }, di «{ $authority }», che porta a una radice di cui ti fidi.
stamp-unproved = Sigillo { $seal }: marca del { $time }, di chi si chiama «{ $authority }». Per sapere se è davvero quell'autorità, indica le radici di cui ti fidi con --roots.
remark-not-stamped = Nessuna autorità ha ancora confermato l'ora dell'ultimo sigillo.
remark-clock-ahead = L'orologio del dispositivo era avanti: il sigillo { $number } dichiara un'ora successiva alla sua marca. Vale la marca.
remark-stamped-late = Il sigillo { $number } è stato marcato { $hours } ore dopo l'ora che dichiara: per quel tempo parla solo l'orologio del dispositivo.
remark-clock-went-back = Alla riga { $number } della catena di custodia l'orologio del dispositivo torna indietro.

# La pagina in un fascicolo chiuso. I comandi sono inseriti dal programma.
vault-page-title = COME APRIRE QUESTO FASCICOLO CHIUSO
vault-page-what =
    case.tar.age contiene il fascicolo, cifrato nel formato pubblico
    age-encryption.org/v1. identity.age contiene la chiave, protetta dalla frase
    segreta. Senza frase né chiave nessuno lo apre, nemmeno chi ha scritto Argine.
vault-page-passphrase = Con la frase segreta e il programma age (pacchetto "age" in Debian e Ubuntu):
vault-page-key = Con la chiave della scheda di recupero, o di un secondo destinatario, salvata in key.txt:
vault-page-warning =
    Il comando scrive i file in chiaro nella cartella case/. Quando hai finito
    cancellala, e ricorda che un disco può conservarne tracce.
