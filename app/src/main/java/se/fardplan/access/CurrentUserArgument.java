package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller the one who is logged in; an open endpoint takes a {@code @Nullable CurrentUser}. */
record CurrentUserArgument(Sessions sessions) implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        CurrentUser user = servlet == null ? null : sessions.findUser(servlet).orElse(null);
        if (user == null && !parameter.isOptional()) {
            throw new IllegalStateException(parameter.getMethod() + " asks for a user but is open to all");
        }
        return user;
    }
}
