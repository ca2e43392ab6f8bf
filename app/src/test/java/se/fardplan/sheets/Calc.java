package se.fardplan.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** LibreOffice Calc with a workbook open: cells are typed in and the workbook is saved, by a macro of Calc's own. */
public final class Calc {

    private static final String MACRO = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typing" script:language="StarBasic">
            Sub Cells
              document = StarDesktop.loadComponentFromURL("%s", "_blank", 0, Array())
              view = document.CurrentController.Frame
              keyboard = createUnoService("com.sun.star.frame.DispatchHelper")
              Dim typed(0) As New com.sun.star.beans.PropertyValue
            %s
              Dim form(0) As New com.sun.star.beans.PropertyValue
              form(0).Name = "FilterName"
              form(0).Value = "Calc MS Excel 2007 XML"
              document.storeToURL("%s", form())
              document.close(True)
            End Sub
            </script:module>
            """;

    private static final String LIBRARY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
              library:readonly="false" library:passwordprotected="false">
             <library:element library:name="Typing"/>
            </library:library>
            """;

    private final Path folder;

    /** @param folder an empty one, for Calc's settings and the files */
    public Calc(Path folder) {
        this.folder = folder;
    }

    /**
     * The workbook as Calc saves it.
     *
     * @param cells what is typed, by address in the first sheet; Calc takes it as from the keyboard
     */
    public byte[] type(byte[] workbook, Map<String, String> cells) {
        try {
            Path before = Files.write(folder.resolve("before.xlsx"), workbook);
            Path after = folder.resolve("after.xlsx");
            // The first start lays out the settings, and would clear away a macro that was there.
            start("--terminate_after_init");
            Path library = folder.resolve("profile/user/basic/Standard");
            Files.writeString(library.resolve("script.xlb"), LIBRARY);
            Files.writeString(
                    library.resolve("Typing.xba"), MACRO.formatted(before.toUri(), typing(cells), after.toUri()));
            start("macro:///Standard.Typing.Cells");
            assertThat(after).exists();
            return Files.readAllBytes(after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typing(Map<String, String> cells) {
        return cells.entrySet().stream()
                .map(cell -> key("GoToCell", "ToPoint", basic(cell.getKey()))
                        + key("EnterString", "StringName", basic(cell.getValue())))
                .collect(Collectors.joining());
    }

    private static String key(String command, String argument, String value) {
        return """
                  typed(0).Name = "%s"
                  typed(0).Value = %s
                  keyboard.executeDispatch(view, ".uno:%s", "", 0, typed())
                """.formatted(argument, value, command);
    }

    private static String basic(String text) {
        return Stream.of(text.replace("\"", "\"\"").replace("&", "&amp;").split("\n", -1))
                .map(line -> "\"" + line + "\"")
                .collect(Collectors.joining(" &amp; Chr(10) &amp; "));
    }

    private void start(String what) throws IOException {
        Process soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        what)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        try {
            assertThat(soffice.waitFor(180, TimeUnit.SECONDS))
                    .as("LibreOffice ends")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for LibreOffice", e);
        } finally {
            soffice.destroyForcibly();
        }
    }
}
