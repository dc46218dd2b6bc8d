package org.tianbo.settings.page;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.people.People;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingPage;
import org.tianbo.settings.SettingRefused;
import org.tianbo.settings.history.SettingChange;
import org.tianbo.settings.history.SettingChanges;
import org.tianbo.settings.history.SettingChanges.Wanted;

/** What the county sets for itself: seen by officers and auditors, changed by officers. */
@Path("/county/settings")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class SettingsPages {

    private static final String KEY = "{key:[a-z]+\\.[a-z-]+}";
    private static final String FORM = "setting";
    private static final int PAGE = 30;

    private final List<DeclaredSettings> declared;
    private final List<SettingPage> pages;
    private final SettingChanges changes;
    private final People people;
    private final SignedIn signedIn;

    SettingsPages(
            @All List<DeclaredSettings> declared,
            @All List<SettingPage> pages,
            SettingChanges changes,
            People people,
            SignedIn signedIn) {
        this.declared = declared;
        this.pages = pages;
        this.changes = changes;
        this.people = people;
        this.signedIn = signedIn;
    }

    /** The settings of one feature. */
    record Group(String title, List<SettingView> settings) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance all(List<Group> groups, boolean writes);

        static native TemplateInstance one(
                SettingView setting,
                List<SettingView.ChangeView> history,
                String next,
                boolean writes,
                FormErrors errors);
    }

    @GET
    public TemplateInstance all(@Context HttpHeaders headers) {
        SettingTexts texts = new SettingTexts(Language.of(headers));
        Map<String, SettingChange> current = changes.current();
        Map<UUID, String> names = names(current.values());
        List<Group> shown = declared.stream()
                .map(DeclaredSettings::settings)
                .map(settings -> new Group(
                        texts.title(settings.get(0).feature()),
                        Stream.concat(
                                        settings.stream()
                                                .map(setting -> view(
                                                        setting,
                                                        Optional.ofNullable(current.get(setting.key())),
                                                        names,
                                                        texts)),
                                        pagesOf(settings.get(0).feature(), texts))
                                .toList()))
                .toList();
        return Templates.all(shown, signedIn.is(Roles.OFFICER));
    }

    /** @param before the last version on the page of the history before; without it the latest come first */
    @GET
    @Path(KEY)
    public TemplateInstance one(String key, @QueryParam("before") Long before, @Context HttpHeaders headers) {
        return page(setting(key), before, FormErrors.NONE, headers);
    }

    /** A button named {@code usual} puts back what is usual. */
    @POST
    @Path(KEY)
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response change(String key, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        Setting setting = setting(key);
        SubmittedForm form = new SubmittedForm(FORM, headers, errors -> page(setting, null, errors, headers))
                .with("reason", sent.getFirst("reason"));
        Map<String, String> typed = new LinkedHashMap<>();
        for (SettingField field : setting.fields()) {
            typed.put(field.name(), Objects.requireNonNullElse(sent.getFirst(field.name()), ""));
            form = form.with(field.name(), typed.get(field.name()));
        }
        Wanted wanted = new Wanted(
                version(sent.getFirst("version")),
                sent.containsKey("usual") ? Optional.empty() : Optional.of(typed),
                sent.getFirst("reason"),
                signedIn.id());
        return form.answer(() -> {
            changes.change(setting, wanted);
            return Response.seeOther(URI.create("/county/settings/" + key)).build();
        });
    }

    /** What leads to pages that the feature has for more than numbers. */
    private Stream<SettingView> pagesOf(String feature, SettingTexts texts) {
        return pages.stream()
                .map(page -> Map.entry(new Setting(page.key()), page))
                .filter(entry -> entry.getKey().feature().equals(feature))
                .map(entry -> SettingView.of(
                        entry.getKey(), texts, entry.getValue().last().map(this::change)));
    }

    private SettingView.ChangeView change(SettingPage.Last last) {
        return new SettingView.ChangeView(
                last.version(),
                last.own(),
                List.of(),
                people.names(List.of(last.by())).getOrDefault(last.by(), ""),
                last.reason(),
                last.at());
    }

    private TemplateInstance page(Setting setting, Long before, FormErrors errors, HttpHeaders headers) {
        SettingTexts texts = new SettingTexts(Language.of(headers));
        Optional<SettingChange> last = Optional.ofNullable(changes.current().get(setting.key()));
        Page<SettingChange, Long> history = changes.before(setting, before == null ? Long.MAX_VALUE : before, PAGE);
        Map<UUID, String> names = names(history.rows());
        return Templates.one(
                view(setting, last, last.map(List::of).map(this::names).orElse(Map.of()), texts),
                history.rows().stream()
                        .map(change -> SettingView.change(setting, change, name(change, names), texts))
                        .toList(),
                history.next()
                        .map(version -> "/county/settings/" + setting.key() + "?before=" + version)
                        .orElse(""),
                signedIn.is(Roles.OFFICER),
                errors);
    }

    private static SettingView view(
            Setting setting, Optional<SettingChange> last, Map<UUID, String> names, SettingTexts texts) {
        return SettingView.of(
                setting, texts, last.map(change -> SettingView.change(setting, change, name(change, names), texts)));
    }

    private static String name(SettingChange change, Map<UUID, String> names) {
        return change.by() == null ? "" : names.getOrDefault(change.by(), "");
    }

    private Map<UUID, String> names(Collection<SettingChange> of) {
        List<UUID> ids = of.stream()
                .map(SettingChange::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : people.names(ids);
    }

    private Setting setting(String key) {
        return declared.stream()
                .flatMap(each -> each.settings().stream())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(SettingRefused::unknown);
    }

    /** A version that no page of ours could have sent fits none. */
    private static long version(String sent) {
        return sent != null && sent.matches("\\d{1,18}") ? Long.parseLong(sent) : -1;
    }
}
