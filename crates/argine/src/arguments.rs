//! What can be typed. Help texts come from the catalogue, in the language of `--lang`.

use std::path::PathBuf;

use argine_knowledge::Catalogue;
use argine_model::{AgeClass, Custodian, DateOrder, Language};
use clap::{Args, Command, CommandFactory, Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(
    name = "argine",
    version,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub(crate) struct Arguments {
    #[arg(long, global = true, default_value = "it", value_name = "it|en")]
    pub(crate) lang: Language,
    #[command(subcommand)]
    pub(crate) command: Subcommands,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Subcommands {
    Respond(RespondArguments),
    Assess(AssessArguments),
    Messages(MessagesArguments),
    Indicators(IndicatorsArguments),
    Hash(HashArguments),
    Match(MatchArguments),
    Handoff(HandoffArguments),
    Case(CaseArguments),
    Report(ReportArguments),
    Notice(NoticeArguments),
    Knowledge(KnowledgeArguments),
    Plan(Box<PlanArguments>),
    Screen(ScreenArguments),
    Open(OpenPageArguments),
}

/// How the page is opened.
#[derive(Debug, Args)]
pub(crate) struct OpenPageArguments {
    #[arg(long)]
    pub(crate) no_browser: bool,
}

/// What the person says about themself and the input; shared by every command that reads.
#[derive(Debug, Args)]
pub(crate) struct AboutArguments {
    #[arg(long, value_enum, default_value = "unknown")]
    pub(crate) age: Age,
    #[arg(long, default_value = "it", value_name = "cc")]
    pub(crate) country: String,
    #[arg(long, value_enum, value_name = "order")]
    pub(crate) date_order: Option<DateOrderArgument>,
    #[arg(long, value_name = "name")]
    pub(crate) me: Option<String>,
    #[arg(long)]
    pub(crate) screenshots_show_nobody_undressed: bool,
    #[arg(long, default_value = "Europe/Rome", value_name = "zone")]
    pub(crate) zone: String,
    #[arg(long, value_name = "time")]
    pub(crate) at: Option<String>,
    #[command(flatten)]
    pub(crate) packs: PackArguments,
}

/// Packs that take the place of those in the program.
#[derive(Debug, Args)]
pub(crate) struct PackArguments {
    #[arg(long, value_name = "bundle")]
    pub(crate) knowledge: Option<PathBuf>,
    #[arg(long, value_name = "key", requires = "knowledge")]
    pub(crate) knowledge_key: Option<String>,
}

/// What the person did, said and asks to see.
#[derive(Debug, Args)]
pub(crate) struct PlanArguments {
    #[command(flatten)]
    pub(crate) case: OpenArguments,
    #[arg(long, value_name = "step")]
    pub(crate) done: Vec<String>,
    #[arg(long, value_name = "step")]
    pub(crate) skip: Vec<String>,
    #[arg(long, value_name = "step")]
    pub(crate) later: Vec<String>,
    #[arg(long, value_name = "step")]
    pub(crate) reopen: Vec<String>,
    #[arg(long, value_enum, value_name = "answer")]
    pub(crate) self_harm: Option<SelfHarm>,
    #[arg(long, value_enum, value_name = "fact")]
    pub(crate) say: Vec<Say>,
    #[arg(long, value_name = "date")]
    pub(crate) learned_on: Option<String>,
    #[arg(long, value_name = "date")]
    pub(crate) notice_sent: Option<String>,
    #[arg(long, value_name = "date")]
    pub(crate) published_on: Option<String>,
    #[arg(long, value_name = "date")]
    pub(crate) paid_on: Option<String>,
    #[arg(long, value_name = "date")]
    pub(crate) decision_received: Option<String>,
    #[arg(long, value_name = "export")]
    pub(crate) contacts: Vec<PathBuf>,
    #[arg(long, value_name = "contact")]
    pub(crate) warned: Vec<String>,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "folder")]
    pub(crate) key_folder: Option<PathBuf>,
    #[arg(long, default_value = "Europe/Rome", value_name = "zone")]
    pub(crate) zone: String,
    #[arg(long, value_name = "time")]
    pub(crate) at: Option<String>,
    #[command(flatten)]
    pub(crate) packs: PackArguments,
}

/// The answer to the direct question.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SelfHarm {
    Yes,
    No,
    Unsure,
}

/// What a conversation may not show and the person knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Say {
    Adult,
    Minor,
    #[value(name = "under-14")]
    Under14,
    GuardianRisk,
    KnownPerson,
    PhysicalDanger,
    Paid,
    Published,
    Hacked,
    Deepfake,
    BlockedAlready,
}

#[derive(Debug, Args)]
pub(crate) struct RespondArguments {
    #[arg(required = true, value_name = "input")]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long, value_name = "case")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) about: AboutArguments,
    #[arg(long, value_enum, default_value = "affected-person")]
    pub(crate) from: From,
    #[arg(long)]
    pub(crate) with_media: bool,
    #[arg(long, value_name = "folder")]
    pub(crate) key_folder: Option<PathBuf>,
    #[arg(long)]
    pub(crate) encrypt: bool,
    #[command(flatten)]
    pub(crate) lock: LockArguments,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AssessArguments {
    #[arg(required = true, value_name = "input")]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "folder", requires = "json")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "file", conflicts_with = "out")]
    pub(crate) html: Option<PathBuf>,
    #[arg(long, value_name = "url", conflicts_with = "out")]
    pub(crate) opinion: Option<String>,
    #[arg(long, value_name = "name", requires = "opinion")]
    pub(crate) model: Option<String>,
    #[command(flatten)]
    pub(crate) about: AboutArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ScreenArguments {
    #[arg(value_name = "profile")]
    pub(crate) profile: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) about: AboutArguments,
}

#[derive(Debug, Args)]
pub(crate) struct MessagesArguments {
    #[command(flatten)]
    pub(crate) show: ShowArguments,
    #[arg(long)]
    pub(crate) timeline: bool,
}

#[derive(Debug, Args)]
pub(crate) struct HashArguments {
    #[arg(required = true, value_name = "input")]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long, value_enum, default_value = "unknown")]
    pub(crate) age: Age,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_enum, value_name = "format", conflicts_with = "json")]
    pub(crate) exchange: Option<ExchangeFormat>,
}

#[derive(Debug, Args)]
pub(crate) struct MatchArguments {
    #[arg(required = true, value_name = "query")]
    pub(crate) queries: Vec<PathBuf>,
    #[arg(long, value_name = "set")]
    pub(crate) against: PathBuf,
    #[arg(long, value_name = "list")]
    pub(crate) harmless: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "unknown")]
    pub(crate) age: Age,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct HandoffArguments {
    #[arg(value_enum, value_name = "service")]
    pub(crate) service: Service,
    #[arg(long, value_enum, default_value = "unknown")]
    pub(crate) age: Age,
    #[arg(long, value_name = "case")]
    pub(crate) into: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) key: KeyArguments,
    #[arg(long, requires = "into", value_name = "number")]
    pub(crate) number: Option<String>,
    #[arg(long, requires = "number")]
    pub(crate) pin: bool,
    #[arg(long, default_value = "Europe/Rome", value_name = "zone")]
    pub(crate) zone: String,
    #[arg(long, value_name = "time")]
    pub(crate) at: Option<String>,
    #[arg(long, value_name = "folder")]
    pub(crate) key_folder: Option<PathBuf>,
}

/// How fingerprints are written for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExchangeFormat {
    List,
    StopNcii,
    Vpdq,
}

/// Who takes fingerprints of intimate images.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Service {
    Stopncii,
    TakeItDown,
}

/// For commands that read and show.
#[derive(Debug, Args)]
pub(crate) struct ShowArguments {
    #[arg(required = true, value_name = "input")]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) about: AboutArguments,
}

#[derive(Debug, Args)]
pub(crate) struct IndicatorsArguments {
    #[command(flatten)]
    pub(crate) show: ShowArguments,
    #[arg(long, conflicts_with = "json")]
    pub(crate) csv: bool,
    #[arg(long)]
    pub(crate) text: bool,
    #[arg(long, value_name = "list", requires = "known_key")]
    pub(crate) known: Vec<PathBuf>,
    #[arg(long, value_name = "key")]
    pub(crate) known_key: Option<String>,
}

#[derive(Debug, Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct CaseArguments {
    #[command(subcommand)]
    pub(crate) command: CaseSubcommands,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CaseSubcommands {
    New(CaseNewArguments),
    Add(CaseAddArguments),
    List {
        #[arg(value_name = "folder", default_value = ".")]
        folder: PathBuf,
    },
    Show {
        #[command(flatten)]
        case: OpenArguments,
        #[arg(long)]
        json: bool,
    },
    Redact {
        #[command(flatten)]
        case: OpenArguments,
        #[arg(long, value_name = "folder")]
        out: PathBuf,
    },
    Seal(CaseSealArguments),
    Stamp(CaseStampArguments),
    Verify {
        #[command(flatten)]
        case: OpenArguments,
        #[arg(long, value_name = "file")]
        roots: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Export(CaseExportArguments),
    Erase(CaseEraseArguments),
    Lock {
        #[arg(value_name = "case")]
        case: PathBuf,
        #[command(flatten)]
        lock: LockArguments,
    },
    Unlock {
        #[command(flatten)]
        case: OpenArguments,
        #[arg(long)]
        yes: bool,
    },
    Passphrase {
        #[command(flatten)]
        case: OpenArguments,
        #[arg(long, value_name = "file")]
        new_passphrase_file: Option<PathBuf>,
    },
    Recovery {
        #[command(flatten)]
        case: OpenArguments,
    },
}

/// A case, and what opens it where it is locked.
#[derive(Debug, Args)]
pub(crate) struct OpenArguments {
    #[arg(value_name = "case")]
    pub(crate) case: PathBuf,
    #[command(flatten)]
    pub(crate) key: KeyArguments,
}

/// What opens a locked case; asked for at the keyboard where neither is given.
#[derive(Debug, Args)]
pub(crate) struct KeyArguments {
    #[arg(long, value_name = "file", conflicts_with = "identity")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "file")]
    pub(crate) identity: Option<PathBuf>,
}

/// How a case is locked.
#[derive(Debug, Args)]
pub(crate) struct LockArguments {
    #[arg(long, value_name = "file")]
    pub(crate) new_passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "key")]
    pub(crate) recipient: Vec<argine_vault::Recipient>,
}

/// Who changes a case, when, and with which key it is sealed.
#[derive(Debug, Args)]
pub(crate) struct HandlingArguments {
    #[arg(long, value_enum, default_value = "affected-person")]
    pub(crate) from: From,
    #[arg(long, value_name = "folder")]
    pub(crate) key_folder: Option<PathBuf>,
    #[arg(long, value_name = "time")]
    pub(crate) at: Option<String>,
}

/// Where files that are handed over come from.
#[derive(Debug, Args)]
pub(crate) struct HandoverArguments {
    #[arg(long, value_enum, default_value = "unknown")]
    pub(crate) level: Level,
    #[arg(long, value_name = "words")]
    pub(crate) source: Option<String>,
    #[arg(long)]
    pub(crate) not_participant: bool,
    #[arg(long)]
    pub(crate) with_media: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CaseNewArguments {
    #[arg(required = true, value_name = "input")]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long, value_name = "case")]
    pub(crate) out: PathBuf,
    #[arg(long, value_enum, default_value = "unknown")]
    pub(crate) age: Age,
    #[command(flatten)]
    pub(crate) handover: HandoverArguments,
    #[command(flatten)]
    pub(crate) handling: HandlingArguments,
    #[arg(long)]
    pub(crate) encrypt: bool,
    #[command(flatten)]
    pub(crate) lock: LockArguments,
}

#[derive(Debug, Args)]
pub(crate) struct CaseAddArguments {
    #[command(flatten)]
    pub(crate) case: OpenArguments,
    #[arg(required = true, value_name = "input")]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) handover: HandoverArguments,
    #[command(flatten)]
    pub(crate) handling: HandlingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct CaseSealArguments {
    #[command(flatten)]
    pub(crate) case: OpenArguments,
    #[arg(long, value_enum, default_value = "view")]
    pub(crate) event: Event,
    #[arg(long, value_name = "words")]
    pub(crate) note: Option<String>,
    #[command(flatten)]
    pub(crate) handling: HandlingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct CaseStampArguments {
    #[command(flatten)]
    pub(crate) case: OpenArguments,
    #[arg(long, value_name = "url", required_unless_present_any = ["request", "answer"])]
    pub(crate) authority: Vec<String>,
    #[arg(long, value_name = "number")]
    pub(crate) seal: Option<u32>,
    #[arg(long, value_name = "file", conflicts_with = "authority")]
    pub(crate) request: Option<PathBuf>,
    #[arg(long, value_name = "file", conflicts_with_all = ["authority", "request"])]
    pub(crate) answer: Option<PathBuf>,
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CaseExportArguments {
    #[command(flatten)]
    pub(crate) case: OpenArguments,
    #[arg(long = "as", value_enum, id = "as")]
    pub(crate) form: Form,
    #[arg(long, value_name = "folder")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "whom")]
    pub(crate) to: Option<String>,
    #[command(flatten)]
    pub(crate) handling: HandlingArguments,
    #[command(flatten)]
    pub(crate) lock: LockArguments,
}

#[derive(Debug, Args)]
pub(crate) struct CaseEraseArguments {
    #[command(flatten)]
    pub(crate) case: OpenArguments,
    #[arg(long, value_name = "path")]
    pub(crate) file: Vec<String>,
    #[command(flatten)]
    pub(crate) handling: HandlingArguments,
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    Bag,
    Vault,
    Filing,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Event {
    View,
    Share,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Level {
    Screenshot,
    AppExport,
    Backup,
    Unknown,
}

impl core::convert::From<Level> for argine_model::AcquisitionLevel {
    fn from(level: Level) -> Self {
        match level {
            Level::Screenshot => Self::Screenshot,
            Level::AppExport => Self::AppExport,
            Level::Backup => Self::Backup,
            Level::Unknown => Self::Unknown,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    #[command(flatten)]
    pub(crate) case: OpenArguments,
    #[arg(value_enum, value_name = "paper")]
    pub(crate) paper: PaperArgument,
    #[arg(long, value_name = "file")]
    pub(crate) form: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "pdf")]
    pub(crate) format: FormatArgument,
    #[arg(long, value_name = "folder")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct NoticeArguments {
    #[command(subcommand)]
    pub(crate) command: NoticeSubcommands,
}

#[derive(Debug, Subcommand)]
pub(crate) enum NoticeSubcommands {
    Form {
        #[arg(long, value_name = "file")]
        out: PathBuf,
    },
    Check {
        #[arg(value_name = "notice")]
        notice: PathBuf,
        #[arg(long, default_value = "it", value_name = "cc")]
        country: String,
    },
    Write {
        #[arg(value_name = "notice")]
        notice: PathBuf,
        #[arg(value_name = "regime")]
        regime: String,
        #[arg(long, value_enum, default_value = "text")]
        format: FormatArgument,
        #[arg(long, value_name = "file")]
        out: PathBuf,
    },
}

/// Papers by their English names; the Italian ones work too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperArgument {
    /// Every paper.
    #[value(alias = "tutto")]
    All,
    /// The blanks and the facts to fill in.
    #[value(alias = "modulo")]
    Form,
    #[value(alias = "denuncia")]
    Complaint,
    #[value(alias = "cronologia")]
    Timeline,
    #[value(alias = "reperti")]
    Exhibits,
    #[value(alias = "pagamenti")]
    Payments,
    #[value(alias = "tracce")]
    Indicators,
    #[value(alias = "conservazione")]
    Preservation,
    #[value(alias = "ricevuta")]
    Receipt,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FormatArgument {
    Pdf,
    Text,
    Html,
    Odt,
}

impl core::convert::From<FormatArgument> for argine_report::Format {
    fn from(format: FormatArgument) -> Self {
        match format {
            FormatArgument::Pdf => Self::Pdf,
            FormatArgument::Text => Self::Text,
            FormatArgument::Html => Self::Html,
            FormatArgument::Odt => Self::Odt,
        }
    }
}

#[derive(Debug, Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct KnowledgeArguments {
    #[command(subcommand)]
    pub(crate) command: KnowledgeSubcommands,
}

#[derive(Debug, Subcommand)]
pub(crate) enum KnowledgeSubcommands {
    Lint {
        #[command(flatten)]
        packs: PackArguments,
    },
    Show {
        #[arg(value_name = "id")]
        id: String,
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        packs: PackArguments,
    },
    Bundle {
        #[arg(value_name = "folder")]
        folder: PathBuf,
        #[arg(long, value_name = "file")]
        out: PathBuf,
        #[arg(long, value_name = "folder")]
        key_folder: Option<PathBuf>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Age {
    Adult,
    Minor,
    Unknown,
}

impl core::convert::From<Age> for AgeClass {
    fn from(age: Age) -> Self {
        match age {
            Age::Adult => Self::Adult,
            Age::Minor => Self::Minor,
            Age::Unknown => Self::MinorPossible,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum From {
    AffectedPerson,
    Guardian,
    Representative,
}

impl core::convert::From<From> for Custodian {
    fn from(from: From) -> Self {
        match from {
            From::AffectedPerson => Self::AffectedPerson,
            From::Guardian => Self::Guardian,
            From::Representative => Self::Representative,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DateOrderArgument {
    Dmy,
    Mdy,
    Ymd,
}

impl core::convert::From<DateOrderArgument> for DateOrder {
    fn from(order: DateOrderArgument) -> Self {
        match order {
            DateOrderArgument::Dmy => Self::DayMonthYear,
            DateOrderArgument::Mdy => Self::MonthDayYear,
            DateOrderArgument::Ymd => Self::YearMonthDay,
        }
    }
}

/// The command line with its help in the language of `catalogue`.
pub(crate) fn command(catalogue: Catalogue) -> Command {
    localise(Arguments::command(), "argine", catalogue)
}

fn localise(command: Command, path: &str, catalogue: Catalogue) -> Command {
    let about = catalogue.text(&format!("help-{path}"));
    let command = command.about(about).disable_help_flag(true).arg(
        clap::Arg::new("help")
            .short('h')
            .long("help")
            .action(clap::ArgAction::Help)
            .help(catalogue.text("help-arg-help")),
    );
    let command = command.mut_args(|argument| {
        let id = argument.get_id().as_str().replace('_', "-");
        match id.as_str() {
            "help" => argument,
            "version" => argument.help(catalogue.text("help-arg-version")),
            _ => argument.help(catalogue.text(&format!("help-arg-{id}"))),
        }
    });
    let path = path.to_owned();
    command.mut_subcommands(move |subcommand| {
        let path = format!("{path}-{}", subcommand.get_name());
        localise(subcommand, &path, catalogue)
    })
}

/// The language asked for, found before the rest is parsed so that help and errors speak it.
pub(crate) fn language(arguments: &[std::ffi::OsString]) -> Language {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let after =
        texts.iter().zip(texts.iter().skip(1)).find(|(flag, _)| *flag == "--lang").map(|(_, value)| value.as_ref());
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    after.or(joined).and_then(|code| code.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            let mut command = command(catalogue);
            command.build();
            check(&command);
        }
    }

    fn check(command: &Command) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(!about.contains('{') && !about.is_empty(), "{}: {about}", command.get_name());
        for argument in command.get_arguments() {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(!help.contains('{') && !help.is_empty(), "{} {}: {help}", command.get_name(), argument.get_id());
        }
        command.get_subcommands().for_each(check);
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let check = |line: &str, expected| {
            let arguments: Vec<_> = line.split(' ').map(Into::into).collect();
            assert_eq!(language(&arguments), expected, "{line}");
        };
        check("argine respond x.zip --lang en", Language::En);
        check("argine --lang=en respond x.zip", Language::En);
        check("argine respond x.zip", Language::It);
        check("argine respond x.zip --lang fr", Language::It);
    }
}
