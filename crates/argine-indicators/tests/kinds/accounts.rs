//! IBANs, cards, codici fiscali, BICs, names.

use argine_model::IndicatorKind;

use crate::{of_kind, table, values};

/// An IBAN as it was made, with its grade.
fn ibans(text: &str) -> Vec<String> {
    of_kind(text, IndicatorKind::Iban, |found| format!("{:?} {}", found.grade, found.value))
}

fn cards(text: &str) -> Vec<String> {
    of_kind(text, IndicatorKind::Card, |found| format!("{:?} {} {}", found.grade, found.variety, found.value))
}

fn accounts(text: &str) -> Vec<String> {
    of_kind(text, IndicatorKind::Account, |found| format!("{} {}", found.variety, found.value))
}

fn names(text: &str) -> Vec<String> {
    values(text, IndicatorKind::Name)
}

#[test]
fn ibans_of_many_countries() {
    table(
        ibans,
        &[
            ("ibanIT33I0760103200001234567890", "A IT33I0760103200001234567890"),
            ("IT33I0760103200001234567890", "A IT33I0760103200001234567890"),
            ("IBAN IT33 I076 0103 2000 0123 4567 890", "A IT33I0760103200001234567890"),
            ("it33i0760103200001234567890", "A IT33I0760103200001234567890"),
            ("IT 33 I 07601 03200 001234567890", "A IT33I0760103200001234567890"),
            ("IT33-I-07601-03200-001234567890", "A IT33I0760103200001234567890"),
            ("IT33.I076.0103.2000.0123.4567.890", "A IT33I0760103200001234567890"),
            ("IT33/I/07601/03200/001234567890", "A IT33I0760103200001234567890"),
            ("I T 3 3 I 0 7 6 0 1 0 3 2 0 0 0 0 1 2 3 4 5 6 7 8 9 0", "A IT33I0760103200001234567890"),
            ("IT33 I076 0103 2000\n0123 4567 890", "A IT33I0760103200001234567890"),
            ("iban:IT36B3608105138123456789012 bic PPAYITR1XXX", "A IT36B3608105138123456789012"),
            ("IBAN=IT25O0306909606100000012345;", "A IT25O0306909606100000012345"),
            ("IT33  I076  0103  2000  0123  4567  890", "A IT33I0760103200001234567890"),
            ("virement: FR14 2004 1010 0505 0001 3M02 606", "A FR1420041010050500013M02606"),
            ("ES91 2100 0418 4502 0005 1332", "A ES9121000418450200051332"),
            ("GB29 NWBK 6016 1331 9268 19", "A GB29NWBK60161331926819"),
            ("DE89 3704 0044 0532 0130 00", "A DE89370400440532013000"),
            ("NL91 ABNA 0417 1643 00", "A NL91ABNA0417164300"),
            ("CH93 0076 2011 6238 5295 7", "A CH9300762011623852957"),
            ("AT61 1904 3002 3457 3201", "A AT611904300234573201"),
            ("PL61 1090 1014 0000 0712 1981 2874", "A PL61109010140000071219812874"),
            ("RO49 AAAA 1B31 0075 9384 0000", "A RO49AAAA1B31007593840000"),
            ("LT12 1000 0111 0100 1000", "A LT121000011101001000"),
            // Countries whose form the registry does not hold: the sum of digits alone.
            ("CI93 CI00 8011 1301 1342 9120 0589", "B CI93CI0080111301134291200589"),
            ("SN57SN0801001520001234567890", "B SN57SN0801001520001234567890"),
            ("BJ66 BJ06 1010 0100 1443 9000 0769", "B BJ66BJ0610100100144390000769"),
            ("MA64 0115 1900 0001 2050 0053 4921", "B MA64011519000001205000534921"),
            ("CM36 10001 00001 12345678901 23", "B CM3610001000011234567890123"),
            ("iban IT33I0760103200001234567891", "C IT33I0760103200001234567891"),
            ("iban CI94CI0080111301134291200589", "C CI94CI0080111301134291200589"),
            // Near misses.
            ("IT33I0760103200001234567891", ""),
            ("XX33I0760103200001234567890", ""),
            ("cod IT1169264800730121748140712", ""),
            ("ordine IT 2024 12345 678901234567890123", ""),
            ("AIT33I0760103200001234567890", ""),
            ("IT33I07601032000012345678901", ""),
            ("CI94CI0080111301134291200589", ""),
        ],
    );
}

#[test]
fn cards_of_many_schemes() {
    table(
        cards,
        &[
            ("ricarica la postepay 4023 6012 3456 7899", "A postepay 4023601234567899"),
            ("ricarica 4023-6012-3456-7899", "A postepay 4023601234567899"),
            ("4023 6012 3456 7899", "B postepay 4023601234567899"),
            ("4023.6012.3456.7899", "B postepay 4023601234567899"),
            ("postepay evolution 5333 1712 3456 7895", "A postepay 5333171234567895"),
            ("numero carta: 4 0 2 3 6 0 1 2 3 4 5 6 7 8 9 9", "A postepay 4023601234567899"),
            ("carta 4023 6012\n3456 7899", "A postepay 4023601234567899"),
            ("my card 3782 822463 10005", "A american_express 378282246310005"),
            ("carte bancaire 4111 1111 1111 1111 exp 12/27 cvv 123", "A visa 4111111111111111"),
            ("tarjeta 5555555555554444", "A mastercard 5555555555554444"),
            ("visa 4012888888881881", "A visa 4012888888881881"),
            ("recharge 4111111111111111", "A visa 4111111111111111"),
            ("postepay 4023601234567890", "C postepay 4023601234567890"),
            ("４０２３ ６０１２ ３４５６ ７８９９", "B postepay 4023601234567899"),
            // Near misses.
            ("4023 6012 3456 7890", ""),
            ("ordine 4023601234567899", ""),
            ("tracking 4111111111111111", ""),
            ("id 378282246310005", ""),
            ("imei 356611122223333", ""),
            ("IT33I0760103200001234567890", ""),
            ("1234 5678 9012 3456", ""),
            ("0000 0000 0000 0000", ""),
            ("402360123456789912345", ""),
            ("2024 0312 1830 4512", ""),
            ("+39 347 1234567 4023", ""),
            ("4023601234567899.jpg", ""),
            ("IMG_4111111111111111", ""),
        ],
    );
}

#[test]
fn tax_codes() {
    table(
        accounts,
        &[
            ("VRDLCU90A01H501I", "codice_fiscale VRDLCU90A01H501I"),
            ("cf: vrdlcu90a01h501i", "codice_fiscale VRDLCU90A01H501I"),
            ("codice fiscale VRD LCU 90A01 H501I", "codice_fiscale VRDLCU90A01H501I"),
            ("C.F. VRDLCU90A01H501I", "codice_fiscale VRDLCU90A01H501I"),
            ("cod. fisc. PRVNNA85M50F205E", "codice_fiscale PRVNNA85M50F205E"),
            ("il suo codice fiscale è LPZGNN00T71G27OC", ""),
            ("BNCLRI7RS4MF20RB", "codice_fiscale BNCLRI7RS4MF20RB"),
            ("codice fiscale: V R D L C U 9 0 A 0 1 H 5 0 1 I", "codice_fiscale VRDLCU90A01H501I"),
            ("codice fiscale VRD-LCU-90A01-H501I", "codice_fiscale VRDLCU90A01H501I"),
            ("codice fiscale\nVRDLCU90A01H501I", "codice_fiscale VRDLCU90A01H501I"),
            ("fiscal code VRDLCU90A01H501I ok", "codice_fiscale VRDLCU90A01H501I"),
            ("cf VRDLCU90A01H501J", "codice_fiscale VRDLCU90A01H501J"),
            // Near misses.
            ("VRDLCU90A01H501J", ""),
            ("VRDLCU90A01H501", ""),
            ("AVRDLCU90A01H501I", ""),
            ("VRDLCU90G01H501I", ""),
            ("VRDLCU90A99H501I", ""),
        ],
    );
}

#[test]
fn beneficiaries() {
    table(
        names,
        &[
            ("intestata a Luca Verdi", "Luca Verdi"),
            ("intestato a: LUCA VERDI", "Luca Verdi"),
            ("intestatario Luca Maria Verdi, Milano", "Luca Maria Verdi"),
            ("il conto è intestato a Kouassi Yao Prova", "Kouassi Yao Prova"),
            ("a nome di Jean-Marc N'Guessan", "Jean-Marc N'Guessan"),
            ("beneficiario = Anna De Prova", "Anna De Prova"),
            ("nome: Luca\ncognome: Verdi", "Luca Verdi"),
            ("nome e cognome: Luca Verdi", "Luca Verdi"),
            ("receiver name: John Sample Doe", "John Sample Doe"),
            ("send it to John Sample via western union", "John Sample"),
            ("the account is in the name of Mary Sample", "Mary Sample"),
            ("first name: John\nlast name: Sample", "John Sample"),
            ("au nom de Awa Exemple Koné", "Awa Exemple Koné"),
            ("bénéficiaire : KOUAME EXEMPLE", "Kouame Exemple"),
            ("nom du bénéficiaire: Awa Exemple", "Awa Exemple"),
            ("a nombre de Ana Prueba García", "Ana Prueba García"),
            ("titular: Ana Prueba", "Ana Prueba"),
            ("beneficiaria doña Ana Prueba", "Ana Prueba"),
            ("intestata a luca verdi", "Luca Verdi"),
            ("manda a nome di mariam prova poi mtcn", "Mariam Prova"),
            // Near misses.
            ("intestata a me", ""),
            ("a nome mio", ""),
            ("in the name of god", ""),
            ("in nome di Dio", ""),
            ("au nom de la loi", ""),
            ("beneficiario Western Union", ""),
            ("titolare della Banca Intesa", ""),
            ("a nome tuo Entro Stasera", ""),
            ("Luca Verdi è mio amico", ""),
            ("send it to Western Union", ""),
        ],
    );
}
