package se.fardplan.cli;

import picocli.CommandLine.Command;

/** {@code ./fardplan audit …}: the audit log. */
@Command(
        name = "audit",
        description = "Granska revisionsloggen.",
        synopsisSubcommandLabel = "KOMMANDO",
        mixinStandardHelpOptions = true,
        subcommands = {AuditVerify.class})
final class Audit {}
