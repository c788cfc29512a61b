# Il fascicolo su disco, dalla riga di comando.

help-argine-case-new = Crea un fascicolo sigillato con i file indicati, senza leggere che cosa dicono.
help-argine-case-add = Aggiunge file a un fascicolo, sotto un nuovo sigillo.
help-argine-case-list = Elenca i fascicoli di una cartella.
help-argine-case-show = Mostra reperti, catena di custodia e sigilli.
help-argine-case-seal = Annota che il fascicolo è stato visto o consegnato, e lo sigilla di nuovo.
help-argine-case-stamp = Chiede a un'autorità di confermare l'ora del sigillo: parte solo un'impronta, dopo il tuo sì.
help-argine-case-export = Ne fa una copia: per la polizia (bag), chiusa (vault) o per il deposito (filing).
help-argine-case-erase = Cancella il fascicolo, o singoli file, e dice che cosa non può cancellare.
help-argine-case-lock = Chiude il fascicolo con una frase segreta.
help-argine-case-unlock = Riporta un fascicolo chiuso a una cartella normale, leggibile da chiunque.
help-argine-case-passphrase = Cambia la frase segreta.
help-argine-case-recovery = Mostra la scheda di recupero, da stampare.
help-arg-folder = Cartella in cui cercare
help-arg-passphrase-file = File con la frase segreta nella prima riga, invece di scriverla
help-arg-identity = File con la chiave della scheda di recupero o di un secondo destinatario
help-arg-new-passphrase-file = File con la nuova frase segreta nella prima riga, invece di scriverla
help-arg-recipient = Chi altro può aprirlo, con una chiave sua (age1…): tutore, avvocato, sportello
help-arg-encrypt = Scrive il fascicolo già chiuso con una frase segreta
help-arg-level = Come è stata fatta la copia: screenshot, app-export, backup
help-arg-source = Da dove vengono i file, con parole tue
help-arg-not-participant = Chi consegna i file non ha preso parte alla conversazione
help-arg-event = Che cosa annotare: view (visto) o share (consegnato)
help-arg-note = A chi o perché, con parole tue
help-arg-authority = Indirizzo di un'autorità di marcatura temporale (RFC 3161); si può ripetere
help-arg-seal = Numero del sigillo da marcare, invece dell'ultimo
help-arg-request = Scrive la richiesta in un file, per le autorità che hanno un loro portale; non invia nulla
help-arg-answer = File con la risposta avuta da un'autorità
help-arg-yes = Non chiede conferma
help-arg-as = bag: cartella in chiaro, verificabile; vault: chiusa; filing: nei formati del deposito penale
help-arg-to = A chi va la copia: si annota nella catena di custodia
help-arg-file = Un file da cancellare dal fascicolo (data/…); il suo registro resta; si può ripetere
help-arg-roots = File PEM con i certificati radice delle autorità di cui ti fidi

line-case-locked = Il fascicolo è chiuso in { $case }. Le carte sono dentro: argine case export { $case } --as bag --out carte
ask-passphrase = Frase segreta:
ask-new-passphrase = Nuova frase segreta (quattro o cinque parole a caso):
ask-passphrase-again = Scrivila di nuovo:
answer-yes = sì
ask-stamp = Vuoi inviarla? Scrivi sì:
ask-erase = Cancello { $case } per sempre. Scrivi sì:
ask-erase-files = Cancello da { $case }: { $files }. Il registro dirà che c'erano. Scrivi sì:
ask-unlock = { $case } diventerà leggibile da chiunque usi questo disco, e la sua chiave sarà distrutta. Scrivi sì:

case-sealed = Sigillo { $seal } in { $case }. Impronta: { $root }
case-locked = { $case } è chiuso. Senza la frase segreta o la scheda di recupero (argine case recovery) non si apre più. Il disco può conservare tracce dei file che prima erano in chiaro.
case-unlocked = { $case } è di nuovo una cartella normale.
case-passphrase-changed = La frase segreta di { $case } è cambiata. Le copie vecchie si aprono ancora con la frase vecchia; la scheda di recupero resta la stessa.
case-erased = { $case } è cancellato: la chiave per prima, poi il resto.
case-erase-limits = Non posso cancellare: le copie consegnate o esportate, i backup e le copie nel cloud, ciò che un disco conserva dei file in chiaro, le chat sul telefono, le schede di recupero e le copie di altri destinatari.
case-list-locked = { $case }: chiuso
case-list-intact = { $case }: { $number }, integro, sigilli { $seals }
case-list-changed = { $case }: { $number }, NON è più come è stato sigillato
case-show-exhibits = REPERTI
case-show-custody = CATENA DI CUSTODIA
case-show-seals = SIGILLI
case-show-copied = { $name }, { $size } byte, copiato. SHA-256 { $sha256 }
case-show-digest = { $name }, { $size } byte, solo impronta. SHA-256 { $sha256 }
custody-acquire = acquisito
custody-view = visto
custody-derive = ricavato
custody-export = esportato
custody-share = consegnato
custody-delete = cancellato
custody-seal = sigillato
stamp-state-not_stamped = non marcato
stamp-state-broken = marca non valida
stamp-state-unproved = marcato, autorità da verificare con --roots
stamp-state-trusted = marcato da un'autorità di cui ti fidi
stamp-what-leaves = A { $authorities } parte solo questa impronta, che non dice nulla del contenuto: { $root }. L'autorità vede anche il tuo indirizzo di rete.
case-stamped = Sigillo { $seal } marcato: { $time }, «{ $authority }» ({ $seconds } secondi dopo l'ora del dispositivo).
stamp-request-written = La richiesta è in { $file }. Non è stato inviato nulla. Quando hai la risposta: argine case stamp con --answer
case-exported-bag = Copia in chiaro in { $file }. Dentro c'è LEGGIMI-verifica.txt.
case-exported-vault = Copia chiusa in { $file }. Dentro c'è LEGGIMI-apri.txt.
case-exported-filing = { $count ->
    [0] Copie per il deposito in { $file }, con l'elenco in indice.txt.
    [one] Copie per il deposito in { $file }. Un file è rimasto fuori: l'elenco è in indice.txt.
   *[other] Copie per il deposito in { $file }. { $count } file sono rimasti fuori: l'elenco è in indice.txt.
}
filing-line = { $name }  SHA-256 { $sha256 }  (nel fascicolo: { $path })
filing-line-converted = { $name }  SHA-256 { $converted }  (copia TIFF di { $path }, SHA-256 { $sha256 })
filing-left-out-format = LASCIATO FUORI { $path }  SHA-256 { $sha256 }  (il portale non accetta questo formato: va convertito)
filing-left-out-size = LASCIATO FUORI { $path }  SHA-256 { $sha256 }  (più grande di 60 MB)
recovery-sheet =
    SCHEDA DI RECUPERO
    Fascicolo { $case }

    Chi ha questa chiave apre il fascicolo senza la frase segreta.
    Stampa la scheda, tienila in un luogo sicuro, non fotografarla e non
    salvarla su questo dispositivo. Vale anche dopo un cambio di frase.
    Per aprirlo senza Argine: salva la chiave in key.txt accanto al fascicolo
    e usa il comando qui sotto.

problem-no-terminal = Non posso chiedere la frase segreta: usa un terminale, oppure indica un file.
problem-weak-passphrase = Questa frase si indovina troppo facilmente ({ $bits } bit, ne servono { $enough }): { $reason } Usa quattro o cinque parole scelte a caso.
problem-passphrases-differ = Le due frasi sono diverse: non ho cambiato nulla.
problem-not-confirmed = Non ho fatto nulla: serve un tuo sì, al terminale o con --yes.
problem-not-stamped = Il sigillo resta senza marca temporale: nessuna autorità ha dato una risposta valida.
problem-setting-identity = Nel file { $value } non trovo una chiave (AGE-SECRET-KEY-1…).
problem-setting-roots = Nel file { $value } non trovo certificati in formato PEM.
passphrase-common = è quasi tutta una parola che si prova per prima.
passphrase-pattern = sono tasti in fila o ripetizioni.
passphrase-date = è una data.
passphrase-short = è corta.
