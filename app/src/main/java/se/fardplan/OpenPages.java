package se.fardplan;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the open pages as last rendered (öppna sidor) and answers with them while nothing has changed.
 *
 * <p>Only what a visitor without a session gets: 200, HTML, no cookie, not forbidden to keep. Browsers may keep a page but ask each time, by its
 * ETag. The tag is weak, since a strong one would stop Tomcat from compressing.
 */
class OpenPages extends OncePerRequestFilter {

    private static final int MOST_PAGES = 300;
    private static final int MOST_BYTES = 512 * 1024;

    private final DataVersion version;
    private final Map<String, Page> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
            return size() > MOST_PAGES;
        }
    };

    /** A page as it was rendered under {@code version}. */
    private record Page(String version, String tag, String contentType, byte[] body) {}

    OpenPages(DataVersion version) {
        this.version = version;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean file = path.indexOf('.', path.lastIndexOf('/')) >= 0;
        return !"GET".equals(request.getMethod())
                || request.getRequestedSessionId() != null
                || file
                || path.startsWith("/api/")
                || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURI() + "?" + request.getQueryString();
        String now = version.current();
        Page page = find(address, now);
        if (page != null) {
            answer(page, request, response);
            return;
        }
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, caught);
        if (isOpenPage(request, caught)) {
            page = new Page(
                    now, tag(caught.getContentAsByteArray()), caught.getContentType(), caught.getContentAsByteArray());
            keep(address, page);
            caught.resetBuffer();
            answer(page, request, response);
        } else {
            caught.copyBodyToResponse();
        }
    }

    private synchronized @Nullable Page find(String address, String now) {
        Page page = kept.get(address);
        return page != null && page.version().equals(now) ? page : null;
    }

    private synchronized void keep(String address, Page page) {
        if (page.body().length <= MOST_BYTES) {
            kept.put(address, page);
        }
    }

    private static boolean isOpenPage(HttpServletRequest request, ContentCachingResponseWrapper response) {
        String contentType = response.getContentType();
        return response.getStatus() == HttpServletResponse.SC_OK
                && contentType != null
                && contentType.startsWith("text/html")
                && response.getHeader(HttpHeaders.SET_COOKIE) == null
                && !"no-store".equals(response.getHeader(HttpHeaders.CACHE_CONTROL))
                && request.getSession(false) == null;
    }

    private static void answer(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, page.tag());
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(page.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(page.contentType());
        response.setContentLength(page.body().length);
        response.getOutputStream().write(page.body());
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
