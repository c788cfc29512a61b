# Frasi della pagina nel browser quando il motore non può fare una cosa.

engine-no-case = Qui non c'è ancora nulla da leggere. Aggiungi prima la chat.
engine-too-large = I file insieme sono troppo grandi per il browser: al massimo { $detail } MB. Prova con meno file, o esporta la chat senza media.
engine-request = La pagina e il motore non si sono capiti ({ $detail }). Ricarica la pagina e riprova.
engine-statement = Una risposta del modulo non va bene: { $detail }. Guarda di nuovo il modulo.
engine-press-too-large = Questo caso è troppo grande per fare il PDF qui: al massimo { $detail } MB di messaggi. Stampa da questa pagina, oppure fai il PDF da un computer.
engine-archive = Questo file non si apre. Deve essere il file ZIP del caso, intero.
engine-not-a-case = In questo file non c'è un caso di Argine.
engine-defect = Qualcosa qui si è rotto, non per colpa tua ({ $detail }). I tuoi file non sono cambiati. Ricarica la pagina e riprova.
engine-passphrase-weak = Questa frase segreta si indovina presto. Scegline una più lunga: quattro o cinque parole a caso.
engine-passphrase-because = Si indovina presto: { $why }
engine-passphrase-enough = Va bene: è difficile da indovinare.
engine-passphrase-wrong = La frase segreta non è questa. Riprova con calma.
engine-damaged = Questo file è rovinato o non è intero. Prova con un'altra copia.
engine-hash-shut = L’immagine non è stata aperta: senza l’indicazione che la persona è maggiorenne si calcolano solo le impronte del file.

# Anche dalla riga di comando
name-other = Altra persona
name-you = Tu
