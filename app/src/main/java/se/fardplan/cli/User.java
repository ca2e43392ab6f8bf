package se.fardplan.cli;

import picocli.CommandLine.Command;

/** {@code ./fardplan user …}: accounts. */
@Command(
        name = "user",
        description = "Lägg upp och ändra konton.",
        synopsisSubcommandLabel = "KOMMANDO",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserAdd.class,
            UserList.class,
            UserPassword.class,
            UserDisable.class,
            UserEnable.class,
            UserGrant.class,
            UserRevoke.class
        })
final class User {}
