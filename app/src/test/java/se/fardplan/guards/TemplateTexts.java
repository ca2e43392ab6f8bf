package se.fardplan.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text in a JTE template that a reader meets but that does not come from the messages.
 *
 * <p>Looked at: text between tags (but for {@code code}, which is no language), the attributes a reader meets, and text in the expressions that fill either.
 */
final class TemplateTexts {

    private static final Set<String> READ = Set.of(
            "title",
            "alt",
            "aria-label",
            "aria-description",
            "aria-roledescription",
            "placeholder",
            "label",
            "summary",
            "content");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern TAG =
            Pattern.compile("(?s)<(/?)([a-zA-Z][\\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?s)([\\w:@-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern KEY_CALL = Pattern.compile("\\.\\s*(?:text|of)\\s*\\(\\s*$");
    /** Looks like words: begins with a capital, holds å, ä or ö, or a blank between letters. */
    private static final Pattern WORDS = Pattern.compile("^\\p{Lu}\\p{Ll}.*|.*[åäöÅÄÖ].*|.*\\p{L}\\s+\\p{L}.*");
    /** Where each part of an expression is kept while the markup is read. */
    private static final char HOLE = '\uE000';

    private final List<String> expressions = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    private TemplateTexts() {}

    /** Each text found, as it stands. */
    static List<String> in(String template) {
        TemplateTexts scanner = new TemplateTexts();
        scanner.scan(scanner.withoutCode(template));
        return List.copyOf(scanner.found);
    }

    private void scan(String markup) {
        String rest = markup.replaceAll("(?s)<!--.*?-->", " ").replaceAll("(?is)<!doctype[^>]*>", " ");
        Matcher tag = TAG.matcher(rest);
        int end = 0;
        boolean readable = true;
        while (tag.find()) {
            if (readable) {
                text(rest.substring(end, tag.start()));
            }
            attributes(tag.group(2), tag.group(3));
            boolean code = tag.group(2).matches("(?i)script|style|code|kbd|samp");
            readable = !code || tag.group(1).equals("/");
            end = tag.end();
        }
        text(rest.substring(end));
    }

    private void text(String text) {
        String bare = text.replaceAll("&#?\\w+;", " ");
        StringBuilder words = new StringBuilder();
        for (char sign : bare.toCharArray()) {
            if (sign >= HOLE && sign < HOLE + expressions.size()) {
                expression(expressions.get(sign - HOLE));
                words.append(' ');
            } else {
                words.append(sign);
            }
        }
        if (LETTER.matcher(words).find()) {
            found.add(words.toString().strip());
        }
    }

    private void attributes(String tag, String attributes) {
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        boolean button = attributes.matches("(?s).*type\\s*=\\s*[\"']?(submit|button|reset).*");
        boolean described = attributes.contains("name=\"description\"");
        while (attribute.find()) {
            String name = attribute.group(1).toLowerCase(Locale.ROOT);
            boolean read = name.equals("content")
                    ? described
                    : READ.contains(name) || name.equals("value") && button && tag.equalsIgnoreCase("input");
            if (read) {
                text(attribute.group(2) == null ? attribute.group(3) : attribute.group(2));
            }
        }
    }

    /** Literal words in an expression that is printed; keys given to {@code text(…)} are no words. */
    private void expression(String expression) {
        Matcher literal = LITERAL.matcher(expression);
        while (literal.find()) {
            boolean key =
                    KEY_CALL.matcher(expression.substring(0, literal.start())).find();
            if (!key && WORDS.matcher(literal.group(1)).matches()) {
                found.add(literal.group(1));
            }
        }
    }

    /** The markup alone: directives gone, a hole for each expression. */
    private String withoutCode(String template) {
        String source = template.replaceAll("(?s)<%--.*?--%>", " ").replaceAll("(?m)^\\s*@(import|param)\\b.*$", "");
        StringBuilder markup = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            if (source.startsWith("${", at) || source.startsWith("$unsafe{", at)) {
                int end = closing(source, source.indexOf('{', at));
                markup.append((char) (HOLE + expressions.size()));
                expressions.add(source.substring(source.indexOf('{', at) + 1, end));
                at = end + 1;
            } else if (source.startsWith("!{", at)) {
                at = closing(source, at + 1) + 1;
            } else if (source.startsWith("@`", at)) {
                at += 2;
            } else if (source.charAt(at) == '`') {
                at++;
            } else if (source.startsWith("@template.", at) || source.startsWith("@layout.", at)) {
                at = call(source, at, markup);
            } else if (source.charAt(at) == '@' && source.substring(at).matches("(?s)@(if|elseif|for)\\s*\\(.*")) {
                at = closing(source, source.indexOf('(', at)) + 1;
            } else if (source.charAt(at) == '@'
                    && source.substring(at).matches("(?s)@(else|endif|endfor|endraw|raw)\\b.*")) {
                at += source.substring(at).replaceAll("(?s)^(@\\w+).*", "$1").length();
            } else {
                markup.append(source.charAt(at++));
            }
        }
        return markup.toString();
    }

    /** A call of another template: its arguments are code, but content blocks in them are markup again. */
    private int call(String source, int start, StringBuilder markup) {
        int open = source.indexOf('(', start);
        int end = closing(source, open);
        StringBuilder code = new StringBuilder();
        int at = open + 1;
        while (at < end) {
            if (source.startsWith("@`", at)) {
                int close = closingBlock(source, at + 2);
                TemplateTexts inner = new TemplateTexts();
                inner.scan(inner.withoutCode(source.substring(at + 2, close)));
                found.addAll(inner.found);
                at = close + 1;
            } else {
                code.append(source.charAt(at++));
            }
        }
        expression(code.toString());
        markup.append(' ');
        return end + 1;
    }

    /** Where the bracket at {@code open} closes, strings and content blocks passed over. */
    private static int closing(String source, int open) {
        char left = source.charAt(open);
        char right = left == '{' ? '}' : ')';
        int depth = 0;
        for (int at = open; at < source.length(); at++) {
            char sign = source.charAt(at);
            if (sign == '"') {
                at = endOfString(source, at);
            } else if (source.startsWith("@`", at)) {
                at = closingBlock(source, at + 2);
            } else if (sign == left) {
                depth++;
            } else if (sign == right && --depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("no end of " + source.substring(open, Math.min(open + 60, source.length())));
    }

    /** Where the content block that began before {@code start} ends; blocks within it are passed over. */
    private static int closingBlock(String source, int start) {
        int at = start;
        while (source.charAt(at) != '`') {
            at = source.startsWith("@`", at) ? closingBlock(source, at + 2) + 1 : at + 1;
        }
        return at;
    }

    private static int endOfString(String source, int start) {
        int at = start + 1;
        while (source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
