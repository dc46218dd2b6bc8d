package org.tianbo.privacy.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Slices;
import org.tianbo.platform.privacy.PersonalTexts;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Each person's key, wrapped by a key that the master key gives the county; made when first needed. */
@ApplicationScoped
public class PersonalKeys implements PersonalTexts {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** As PostgreSQL orders them: who makes keys of the same people waits, and never two for each other. */
    private static final Comparator<UUID> AS_THE_TABLE = Comparator.comparing(UUID::toString);

    private static final String READ =
            """
            select person, wrapped from personal_keys
            where county = ? and person = any(?::uuid[])
            """;

    /** Of a roster a statement makes thousands. Where another transaction was faster, its key counts. */
    private static final String MAKE =
            """
            insert into personal_keys (county, person, wrapped, wrapped_by)
            select ?, one.person, decode(one.wrapped, 'hex'), ?
            from unnest(?::uuid[], ?::text[]) as one (person, wrapped) order by one.person
            on conflict (county, person) do update set county = excluded.county returning person, wrapped
            """;

    private static final String DESTROY =
            """
            insert into personal_keys as k (county, person, destroyed_at) values (?, ?, ?)
            on conflict (county, person) do update set wrapped = null, wrapped_by = null,
                destroyed_at = coalesce(k.destroyed_at, excluded.destroyed_at)
            returning person
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final MasterKeys keys;
    private final Clock clock;

    PersonalKeys(CountyReads reads, CountyWrites writes, CurrentCounty county, MasterKeys keys, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Texts of(Collection<UUID> people) {
        Map<UUID, Optional<TextCipher>> ciphers = read(people);
        List<UUID> without = people.stream()
                .distinct()
                .filter(person -> !ciphers.containsKey(person))
                .sorted(AS_THE_TABLE)
                .toList();
        if (!without.isEmpty()) {
            List<TextCipher> wrappings = wrappings();
            Slices.of(without, Slices.OF_A_STATEMENT).forEach(some -> ciphers.putAll(made(some, wrappings)));
        }
        return new Sealed(ciphers);
    }

    @Override
    public Texts readable(Collection<UUID> people) {
        return new Sealed(read(people));
    }

    /** From now on nobody can read what was sealed about this person, and nothing more is. */
    void destroy(UUID person) {
        writes.returning(DESTROY, row -> person, county.id(), person, clock.instant());
    }

    private Map<UUID, Optional<TextCipher>> read(Collection<UUID> people) {
        Map<UUID, Optional<TextCipher>> ciphers = new HashMap<>();
        if (!people.isEmpty()) {
            List<TextCipher> wrappings = wrappings();
            reads.rows(
                    READ,
                    row -> ciphers.put(
                            row.getObject("person", UUID.class), unwrapped(wrappings, row.getBytes("wrapped"))),
                    county.id(),
                    people);
        }
        return ciphers;
    }

    private Map<UUID, Optional<TextCipher>> made(List<UUID> people, List<TextCipher> wrappings) {
        List<String> wrapped = people.stream()
                .map(any -> HexFormat.of().formatHex(wrappings.get(0).encrypt(key())))
                .toList();
        Map<UUID, Optional<TextCipher>> made = new HashMap<>();
        writes.returning(
                MAKE,
                row -> made.put(row.getObject("person", UUID.class), unwrapped(wrappings, row.getBytes("wrapped"))),
                county.id(),
                keys.sign(),
                people,
                wrapped);
        return made;
    }

    private static byte[] key() {
        byte[] key = new byte[TextCipher.KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** The same key wrapped under the first master key; empty where it opens under none that is there. */
    Optional<byte[]> rewrapped(byte[] wrapped) {
        List<TextCipher> wrappings = wrappings();
        return opened(wrappings, wrapped).map(wrappings.get(0)::encrypt);
    }

    private static Optional<byte[]> opened(List<TextCipher> wrappings, byte[] wrapped) {
        return wrappings.stream()
                .flatMap(wrapping -> wrapping.decrypt(wrapped).stream())
                .findFirst();
    }

    private static Optional<TextCipher> unwrapped(List<TextCipher> wrappings, byte[] wrapped) {
        if (wrapped == null) {
            return Optional.empty();
        }
        return Optional.of(opened(wrappings, wrapped)
                .map(TextCipher::new)
                .orElseThrow(() -> new IllegalStateException("Keys are wrapped by another tianbo.privacy.master-key")));
    }

    /** Under the first the county's keys are wrapped, the others are read as well. */
    private List<TextCipher> wrappings() {
        return keys.readable()
                .map(key -> new TextCipher(key.bytes("personal keys of " + county.id())))
                .toList();
    }

    /** @param ciphers by person; empty where the key is destroyed */
    private record Sealed(Map<UUID, Optional<TextCipher>> ciphers) implements Texts {

        @Override
        public boolean has(UUID person) {
            return ciphers.containsKey(person);
        }

        @Override
        public String seal(UUID person, String words) {
            if (words.isEmpty()) {
                return words;
            }
            return ciphers.getOrDefault(person, Optional.empty())
                    .map(cipher -> cipher.isOwn(words) ? words : cipher.seal(words))
                    .orElse(TextCipher.isSealed(words) ? words : "");
        }

        @Override
        public String open(UUID person, String sealed) {
            if (!TextCipher.isSealed(sealed)) {
                return sealed;
            }
            return ciphers.getOrDefault(person, Optional.empty())
                    .flatMap(cipher -> cipher.open(sealed))
                    .orElse("");
        }
    }
}
