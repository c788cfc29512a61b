//! Wallets and transactions.

use argine_model::IndicatorKind;

use crate::{of_kind, table};

fn wallets(text: &str) -> Vec<String> {
    of_kind(text, IndicatorKind::Crypto, |found| format!("{:?} {} {}", found.grade, found.variety, found.value))
}

#[test]
fn addresses_of_many_chains() {
    table(
        wallets,
        &[
            ("1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz", "A btc 1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz"),
            ("bitcoin:3Lo7nuSPWYRvZJDTmqQiLm99QDwfyTfWFU?amount=0.1", "A btc 3Lo7nuSPWYRvZJDTmqQiLm99QDwfyTfWFU"),
            ("1PMTSz6vxw4omE6o2gnf\nJ5E7Ja1fmWSKSz", "A btc 1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz"),
            ("btc: 1PMT Sz6v xw4o mE6o 2gnf J5E7 Ja1f mWSK Sz", "A btc 1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz"),
            ("btc *1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz*", "A btc 1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz"),
            ("LUnH8y2ghiitRDHyMXiJrY43YB21CXbLJK", "A ltc LUnH8y2ghiitRDHyMXiJrY43YB21CXbLJK"),
            ("MCTQCkH4bbSvoVtRjb4a6jJ7nwzQUWqRbV", "A ltc MCTQCkH4bbSvoVtRjb4a6jJ7nwzQUWqRbV"),
            ("usdt trc20 TFhJsb8rmVa58KDSXd6rT4o7Ssfro9Rfy8", "A tron TFhJsb8rmVa58KDSXd6rT4o7Ssfro9Rfy8"),
            ("DP6EQ8PQNQCGXHVjUH9tcdgmhbm5YBaMrW", "A doge DP6EQ8PQNQCGXHVjUH9tcdgmhbm5YBaMrW"),
            ("XrhQNUNomF5z2TxzyW8ByogAuogT7JYNJB", "A dash XrhQNUNomF5z2TxzyW8ByogAuogT7JYNJB"),
            ("t1Pm2XeBSm2fNCZerFCe5wTLrhJtgMaL1mM", "A zec t1Pm2XeBSm2fNCZerFCe5wTLrhJtgMaL1mM"),
            ("xrp rpHewi627PkgnG2bQ5DLXzMDFX3YSEFKzp", "A xrp rpHewi627PkgnG2bQ5DLXzMDFX3YSEFKzp"),
            ("rpHewi627PkgnG2bQ5DLXzMDFX3YSEFKzp memo 12345", "A xrp rpHewi627PkgnG2bQ5DLXzMDFX3YSEFKzp?dt=12345"),
            (
                "solana AYB7gTAjaXfY1nsFCP4pwdRWqJrD61dJDN7g3tKtaAnS",
                "B sol AYB7gTAjaXfY1nsFCP4pwdRWqJrD61dJDN7g3tKtaAnS",
            ),
            (
                "my SOL wallet: AYB7gTAjaXfY1nsFCP4pwdRWqJrD61dJDN7g3tKtaAnS",
                "B sol AYB7gTAjaXfY1nsFCP4pwdRWqJrD61dJDN7g3tKtaAnS",
            ),
            ("eth 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "A eth 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
            ("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "A btc bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
            ("bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "A btc bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
            ("BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ", "A btc bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
            (
                "bch bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
                "A bch bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
            ),
            (
                "bch qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
                "A bch bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
            ),
            (
                "stellar GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
                "A xlm GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
            ),
            (
                "ada addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8",
                "A ada addr1vx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzers66hrl8",
            ),
            ("ton UQBHPNKnf0VUkJQDDj0lGGQJp-i66YcNGAZEPxdMjFTVdAfZ", ""),
            ("btc 1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSy", "C btc 1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSy"),
            (
                "hash 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33c della transazione bitcoin",
                "B transaction 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33c",
            ),
            (
                "https://www.blockchain.com/btc/tx/4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33c",
                "B transaction 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33c",
            ),
            (
                "tx 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060",
                "B transaction 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060",
            ),
            (
                "https://tronscan.org/#/address/TFhJsb8rmVa58KDSXd6rT4o7Ssfro9Rfy8",
                "A tron TFhJsb8rmVa58KDSXd6rT4o7Ssfro9Rfy8",
            ),
            // Near misses.
            ("1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSy", ""),
            ("a1PMTSz6vxw4omE6o2gnfJ5E7Ja1fmWSKSz", ""),
            ("AYB7gTAjaXfY1nsFCP4pwdRWqJrD61dJDN7g3tKtaAnS", ""),
            ("commit da39a3ee5e6b4b0d3255bfef95601890afd80709", ""),
            ("md5 d41d8cd98f00b204e9800998ecf8427e", ""),
            ("bitcoin è sceso del 3%", ""),
            ("0x1234", ""),
            ("bc1 qualcosa", ""),
            ("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33c", ""),
            ("uuid 123e4567-e89b-12d3-a456-426614174000", ""),
        ],
    );
}
