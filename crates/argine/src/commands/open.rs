//! `argine open`: the page, on this machine, in the browser that is there.

use argine_knowledge::{Argument, Catalogue};

use crate::Outcome;
use crate::arguments::OpenPageArguments;
use crate::page_server::{IS_BUILT_IN, serve};
use crate::problem::Problem;
use crate::screen::{self, Page};

/// Serves the page until the program is ended. Nothing of it is written anywhere.
pub(crate) fn run(arguments: &OpenPageArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    if !IS_BUILT_IN {
        return Err(Problem::NoPage);
    }
    let mut secret = [0_u8; 16];
    getrandom::fill(&mut secret).map_err(|_| Problem::Vault(argine_vault::VaultError::NoRandomness))?;
    let token = format!("{:032x}", u128::from_be_bytes(secret));
    let served = serve(&token).map_err(Problem::defect)?;
    let mut page = Page::default();
    let address = ("address", Argument::Text(served.address.clone()));
    page.hanging(0, "", &catalogue.format("line-open-address", &[address]));
    page.hanging(0, "", &catalogue.text("line-open-stop"));
    screen::show(&page);
    // Where no browser opens, the address is on the screen.
    if !arguments.no_browser && opener::open_browser(&served.address).is_err() {
        let mut page = Page::default();
        page.hanging(0, "", &catalogue.text("line-open-no-browser"));
        screen::show(&page);
    }
    served.wait().map_err(Problem::defect)?;
    Ok(Outcome::Done)
}

/// Whether somebody sits in front of a screen where a browser can open.
#[expect(clippy::disallowed_methods, reason = "whether there is a display is told by the environment")]
pub(crate) fn has_display() -> bool {
    let set = |name: &str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || set("WAYLAND_DISPLAY") || set("DISPLAY")
}
