package se.fardplan.sheets;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Goes through CSV row by row (RFC 4180); a row goes on over line ends within quotes. */
final class CsvScanner implements Iterator<List<String>> {

    private final String text;
    private final char separator;
    private int at;
    private boolean endsInQuotes;

    CsvScanner(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    @Override
    public boolean hasNext() {
        return at < text.length();
    }

    @Override
    public List<String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the text ended at " + at);
        }
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            fields.add(field());
        }
        passLineEnd();
        return fields;
    }

    /** True once the text has ended within quotes: it is cut, or a quote was never closed. */
    boolean endsInQuotes() {
        return endsInQuotes;
    }

    private String field() {
        String quoted = at < text.length() && text.charAt(at) == '"' ? quoted() : "";
        int start = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return quoted + text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        int start = ++at;
        while (at < text.length()) {
            if (text.charAt(at++) != '"') {
                continue;
            }
            field.append(text, start, at - 1);
            if (at == text.length() || text.charAt(at) != '"') {
                return field.toString();
            }
            start = at++;
        }
        endsInQuotes = true;
        return field.append(text, start, at).toString();
    }

    private boolean isEnd(char sign) {
        return sign == separator || sign == '\n' || sign == '\r';
    }

    private void passLineEnd() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }
}
