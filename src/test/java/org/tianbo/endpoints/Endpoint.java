package org.tianbo.endpoints;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/**
 * One thing that can be asked of the application, read from the resources it serves.
 *
 * @param path with its parameters in braces, without what they must look like
 * @param query the names of what may stand behind the question mark, texts and ids only: no number names a thing
 * @param body the media type that it takes
 * @param roles those who may ask; empty where anybody may, or whoever is signed in
 */
record Endpoint(String method, String path, List<String> query, String body, Set<String> roles) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** All that the running application serves, reading before writing, leaving for good at the very end. */
    static List<Endpoint> all() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean instanceof InjectableBean)
                .map(Bean::getBeanClass)
                .filter(type ->
                        type.isAnnotationPresent(Path.class) && type.getName().startsWith("org.tianbo."))
                .distinct()
                .flatMap(Endpoint::of)
                .sorted(Comparator.comparing(Endpoint::endsSessions)
                        .thenComparing(one -> one.path.endsWith("everywhere"))
                        .thenComparing(Endpoint::writes)
                        .thenComparing(Endpoint::path)
                        .thenComparing(Endpoint::method))
                .toList();
    }

    private static Stream<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> verb(method).isPresent())
                .map(method -> new Endpoint(
                        verb(method).orElseThrow(),
                        joined(resource.getAnnotation(Path.class), method.getAnnotation(Path.class)),
                        query(method),
                        consumed(resource, method),
                        roles(resource, method)));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String joined(Path resource, Path method) {
        String both = resource.value() + "/" + (method == null ? "" : method.value());
        String bare = withoutPatterns(both).replaceAll("/{2,}", "/");
        return bare.length() > 1 && bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** {@code {id:[a-f]{36}}} as {@code {id}}. */
    private static String withoutPatterns(String template) {
        StringBuilder bare = new StringBuilder();
        int depth = 0;
        boolean pattern = false;
        for (char letter : template.toCharArray()) {
            depth += letter == '{' ? 1 : 0;
            depth -= letter == '}' ? 1 : 0;
            pattern = depth > 0 && (pattern || letter == ':');
            if (!pattern) {
                bare.append(letter);
            }
        }
        return bare.toString();
    }

    private static List<String> query(Method method) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            named(parameter, parameter.getParameterizedType()).ifPresent(names::add);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    named(field, field.getGenericType()).ifPresent(names::add);
                }
            }
        }
        return names;
    }

    private static Optional<String> named(AnnotatedElement parameter, Type type) {
        return Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                .filter(one -> type.getTypeName().contains("String")
                        || type.getTypeName().contains("UUID"))
                .map(QueryParam::value);
    }

    private static String consumed(Class<?> resource, Method method) {
        Optional<Consumes> named = nearest(resource, method, Consumes.class);
        if (named.isPresent()) {
            List<String> types = Arrays.asList(named.get().value());
            return types.contains(FORM) ? FORM : types.get(0);
        }
        boolean form = Arrays.stream(method.getParameters())
                .anyMatch(one -> one.isAnnotationPresent(RestForm.class) || one.isAnnotationPresent(FormParam.class));
        return form || resource.getSimpleName().endsWith("Pages") ? FORM : JSON;
    }

    private static Set<String> roles(Class<?> resource, Method method) {
        boolean otherwise = Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(one -> one.getSimpleName().equals("PermitAll")
                        || one.getSimpleName().equals("Authenticated"));
        return otherwise
                ? Set.of()
                : nearest(resource, method, RolesAllowed.class)
                        .map(allowed -> Set.of(allowed.value()))
                        .orElse(Set.of());
    }

    private static <A extends Annotation> Optional<A> nearest(Class<?> resource, Method method, Class<A> kind) {
        return Optional.ofNullable(method.getAnnotation(kind))
                .or(() -> Optional.ofNullable(resource.getAnnotation(kind)));
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** Whoever called it may be signed out. */
    boolean endsSessions() {
        return path.contains("sign-out");
    }

    boolean allows(String role) {
        return roles.isEmpty() || roles.contains(role);
    }

    /** As the table names it. */
    String name() {
        return method + " " + path;
    }
}
