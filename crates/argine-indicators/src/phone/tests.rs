use proptest::prelude::*;

use super::*;

#[test]
fn plans_are_sorted_for_the_search() {
    assert!(PLANS.windows(2).all(|pair| pair[0].code < pair[1].code));
    assert!(PLANS.len() > 200);
}

#[test]
fn numbers_of_many_countries() {
    let check =
        |digits: &str, expected: Option<&str>| assert_eq!(international(digits).as_deref(), expected, "{digits}");
    check("393331234567", Some("+393331234567"));
    check("390612345678", Some("+390612345678"));
    check("2250712345678", Some("+2250712345678"));
    check("22670123456", Some("+22670123456"));
    check("33612345678", Some("+33612345678"));
    check("330612345678", Some("+33612345678"));
    check("4407911123456", Some("+447911123456"));
    check("212612345678", Some("+212612345678"));
    check("639171234567", Some("+639171234567"));
    check("12025550123", Some("+12025550123"));
    check("39333", None);
    check("999123456789", None);
    check("", None);
    check("39", None);
}

#[test]
fn national_forms() {
    assert_eq!(italian("3331234567").as_deref(), Some("+393331234567"));
    assert_eq!(italian("0612345678").as_deref(), Some("+390612345678"));
    assert_eq!(italian("1234567890"), None);
    assert_eq!(french("0612345678").as_deref(), Some("+33612345678"));
    assert_eq!(spanish("612345678").as_deref(), Some("+34612345678"));
    assert_eq!(spanish("512345678"), None);
}

/// Numbers of a country, made from its plan.
fn number() -> impl Strategy<Value = String> {
    (0..PLANS.len(), 4_usize..=13, proptest::collection::vec(0_u8..10, 13)).prop_map(|(place, length, digits)| {
        let national: String = digits.iter().take(length).map(|digit| char::from(b'0' + digit)).collect();
        format!("{}{national}", PLANS[place].code)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    /// What libphonenumber holds for a mobile or fixed number of the plan, our table holds too.
    #[test]
    fn nothing_that_libphonenumber_accepts_is_refused(digits in number()) {
        use phonenumber::metadata::DATABASE;
        let code = plan_of(&digits).expect("made from a plan").code;
        let national = &digits[code.to_string().len()..];
        let regions = DATABASE.by_code(&code).expect("known to the library");
        let theirs = regions.iter().any(|region| {
            let descriptors = region.descriptors();
            [descriptors.mobile(), descriptors.fixed_line()].into_iter().flatten().any(|kind| kind.is_match(national))
        });
        let plan = plan_of(&digits).expect("made from a plan");
        if theirs {
            prop_assert!(fits(plan, national), "{digits}");
        }
    }
}
