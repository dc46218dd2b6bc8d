package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.privacy.PersonalTexts.Texts;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.platform.time.Zones;

/** Puts beside entries what they leave out: the names that people and classes have today. */
@ApplicationScoped
public class EntryViews {

    private final People people;
    private final ClassRegister register;
    private final SealedEntries sealed;

    EntryViews(People people, ClassRegister register, SealedEntries sealed) {
        this.people = people;
        this.register = register;
        this.sealed = sealed;
    }

    /**
     * What stands beside entries.
     *
     * @param people whoever is named in them
     * @param registered of those in whose entries the register is shown
     * @param latestClasses of those whose entries belong to no class
     * @param texts reads what is sealed of people
     */
    private record Beside(
            Map<UUID, PersonView> people,
            Map<UUID, People.Registered> registered,
            Map<UUID, String> classes,
            Map<UUID, UUID> latestClasses,
            Texts texts) {

        String name(UUID id) {
            return Optional.ofNullable(people.get(id)).map(PersonView::name).orElse("");
        }
    }

    /** In the same order; what is of no kind that this version knows is left out. */
    public List<EntryView> of(Collection<ChainedEntry> entries) {
        Map<UUID, PersonView> known = new HashMap<>();
        people.trainees(ids(entries)).forEach(person -> known.put(person.id(), person));
        Beside beside = new Beside(
                known,
                people.registered(registered(entries)),
                register.names(),
                register.latestClasses(entries.stream()
                        .filter(entry -> entry.kind().equals(EntryKind.QUIZ.code()))
                        .map(ChainedEntry::person)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                sealed.readable(entries.stream().map(ChainedEntry::person).toList()));
        return entries.stream()
                .flatMap(entry -> EntryKind.of(entry.kind()).map(kind -> view(kind, entry, beside)).stream())
                .toList();
    }

    private static Set<UUID> ids(Collection<ChainedEntry> entries) {
        Set<UUID> ids = new HashSet<>();
        for (ChainedEntry entry : entries) {
            Stream.of(entry.person(), entry.statedBy(), entry.recordedBy())
                    .filter(Objects::nonNull)
                    .forEach(ids::add);
            Stream.of(entry.content(), entry.before())
                    .flatMap(content -> Contents.values(content).entrySet().stream())
                    .filter(value -> value.getKey().type() == EntryField.Type.PERSON)
                    .flatMap(value -> Ids.parse(value.getValue()).stream())
                    .forEach(ids::add);
        }
        return ids;
    }

    /** The people beside whose entries the county's register is shown. */
    private static Set<UUID> registered(Collection<ChainedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.person() != null)
                .filter(entry -> EntryKind.of(entry.kind())
                        .filter(kind -> kind.fields().stream().anyMatch(EntryViews::isRegister))
                        .isPresent())
                .map(ChainedEntry::person)
                .collect(Collectors.toSet());
    }

    private static boolean isRegister(EntryField field) {
        return field.type() == EntryField.Type.REGISTER;
    }

    private static EntryView view(EntryKind kind, ChainedEntry entry, Beside beside) {
        Optional<PersonView> person = Optional.ofNullable(beside.people().get(entry.person()));
        Map<EntryField, String> said = opened(entry, entry.content(), beside.texts());
        if (!entry.hand()) {
            Optional.ofNullable(beside.registered().get(entry.person()))
                    .map(RegisterLine::of)
                    .ifPresent(said::putAll);
        }
        return new EntryView(
                entry.seq(),
                kind,
                entry.day(),
                entry.at(),
                !LocalDate.ofInstant(entry.at(), Zones.SHANGHAI).equals(entry.day()),
                entry.thing(),
                entry.cohort(),
                entry.cohort() == null ? "" : beside.classes().getOrDefault(entry.cohort(), ""),
                entry.person(),
                entry.person() == null ? null : beside.latestClasses().get(entry.person()),
                person.map(PersonView::name).orElse(""),
                person.map(one -> (one.town() + " " + one.village()).strip()).orElse(""),
                values(kind, said, Set.of(), beside),
                values(
                        kind,
                        opened(entry, entry.before(), beside.texts()),
                        Contents.values(entry.before()).keySet(),
                        beside),
                beside.texts().open(entry.person(), entry.reason()),
                entry.amends(),
                entry.hand(),
                beside.name(entry.statedBy()),
                beside.name(entry.recordedBy()),
                entry.recordedAt(),
                HexFormat.of().formatHex(entry.hash()));
    }

    /** What stands there, with the words about somebody as long as their key is there. */
    private static Map<EntryField, String> opened(ChainedEntry entry, String content, Texts texts) {
        Map<EntryField, String> values = new EnumMap<>(EntryField.class);
        Contents.values(content).forEach((field, value) -> values.put(field, texts.open(entry.person(), value)));
        return values;
    }

    /** @param shown fields that are shown even if they are empty */
    private static List<EntryView.Value> values(
            EntryKind kind, Map<EntryField, String> values, Set<EntryField> shown, Beside beside) {
        return kind.fields().stream()
                .filter(field ->
                        shown.contains(field) || !values.getOrDefault(field, "").isEmpty())
                .map(field -> new EntryView.Value(field, words(field, values.get(field), beside)))
                .toList();
    }

    private static String words(EntryField field, String value, Beside beside) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        try {
            return switch (field.type()) {
                case TIME -> DateTexts.minute(Instant.parse(value));
                case MONEY -> Contents.isWhole(value) ? yuan(value) : value;
                case PERSON -> Ids.parse(value).map(beside::name).orElse("");
                default -> value;
            };
        } catch (DateTimeException changed) {
            // Somebody changed the row; checking the chain finds it. The list is still shown.
            return value;
        }
    }

    private static String yuan(String fen) {
        return String.format(Locale.ROOT, "%,.2f", new BigDecimal(fen).movePointLeft(2));
    }
}
