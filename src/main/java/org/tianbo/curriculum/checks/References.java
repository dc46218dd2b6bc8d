package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.SourceDocument;

/** Finds what one document says of another, and notes what is not there. */
public final class References {

    private final Map<DocumentKind, Map<String, SourceDocument>> known = new HashMap<>();
    private final Set<DocumentKind> unread;
    private final Optional<LocalDate> today;
    private final Faults faults;

    /**
     * @param unread kinds of which not every file could be read
     * @param today the day on which a rule that is cited must be in force; empty where that does not matter
     */
    public References(
            List<SourceDocument> sources, Set<DocumentKind> unread, Optional<LocalDate> today, Faults faults) {
        this.unread = unread;
        this.today = today;
        this.faults = faults;
        sources.forEach(this::know);
    }

    private void know(SourceDocument source) {
        SourceDocument earlier =
                known.computeIfAbsent(source.kind(), kind -> new HashMap<>()).put(source.slug(), source);
        if (earlier != null) {
            String at = earlier.yaml().file() + ":" + earlier.line("");
            fault(source, "", "“" + source.slug() + "”已经在 " + at, "\"" + source.slug() + "\" is already at " + at);
        }
    }

    boolean has(DocumentKind kind, String slug) {
        return known.getOrDefault(kind, Map.of()).containsKey(slug);
    }

    /** Every name in the list must be a document's. */
    void all(SourceDocument source, String list, DocumentKind kind) {
        JsonNode names = source.body().at(list);
        for (int i = 0; i < names.size(); i++) {
            find(source, list + "/" + i, kind, names.get(i).textValue());
        }
    }

    /** @return empty after the fault was noted */
    Optional<SourceDocument> find(SourceDocument from, String pointer, DocumentKind kind, String slug) {
        Optional<SourceDocument> found =
                Optional.ofNullable(known.getOrDefault(kind, Map.of()).get(slug));
        if (found.isEmpty() && !unread.contains(kind)) {
            String what = kind.schema().replace('-', ' ');
            fault(from, pointer, "内容里没有“" + slug + "”", "there is no " + what + " \"" + slug + "\"");
        }
        if (kind == DocumentKind.RULE) {
            found.ifPresent(rule -> checkInForce(from, pointer, rule));
        }
        return found;
    }

    private void checkInForce(SourceDocument from, String pointer, SourceDocument rule) {
        String begins = rule.body().get("from").textValue();
        String ends = rule.body().path("until").asText("9999-12-31");
        today.map(LocalDate::toString)
                .filter(day -> day.compareTo(begins) < 0 || day.compareTo(ends) > 0)
                .ifPresent(day -> fault(
                        from,
                        pointer,
                        "规矩“" + rule.slug() + "”在 " + day + " 不生效",
                        "rule \"" + rule.slug() + "\" is not in force on " + day));
    }

    /** No two items of the list may have the same id. */
    void unique(SourceDocument source, String list) {
        unique(source, list, new HashSet<>());
    }

    /** @param taken ids that others have already */
    void unique(SourceDocument source, String list, Set<String> taken) {
        JsonNode items = source.body().at(list);
        for (int i = 0; i < items.size(); i++) {
            String id = items.get(i).get("id").textValue();
            if (!taken.add(id)) {
                fault(source, list + "/" + i + "/id", "“" + id + "”用了两次", "\"" + id + "\" is used twice");
            }
        }
    }

    void fault(SourceDocument source, String pointer, String zh, String en) {
        faults.add(source.yaml().file(), source.line(pointer), zh, en);
    }

    static Set<String> ids(JsonNode items) {
        Set<String> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.get("id").textValue()));
        return ids;
    }

    static int sum(JsonNode items, String field) {
        int sum = 0;
        for (JsonNode item : items) {
            sum += item.get(field).intValue();
        }
        return sum;
    }
}
