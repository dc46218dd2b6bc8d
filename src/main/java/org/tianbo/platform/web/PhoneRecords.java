package org.tianbo.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.tianbo.platform.error.Fault;

/** What phones kept while there was no network: how they send it, and what each record is answered. */
public final class PhoneRecords {

    private PhoneRecords() {}

    /** Something that was done on a phone, by an id the phone gave it. */
    public interface Kept {
        UUID id();
    }

    /**
     * One call. A record that is refused does not keep the others out.
     *
     * @param device the phone's own name for itself
     * @param records at most 500, in any order
     */
    public record Call<R extends Kept>(
            @NotNull @Pattern(regexp = "[\\x20-\\x7e]{1,100}") String device,
            @NotNull @Size(max = 500) List<@NotNull @Valid R> records) {

        /** @param keep keeps a record and tells whether it is new; throws a {@link Fault} to refuse it */
        public Answer each(Predicate<R> keep) {
            return new Answer(
                    records.stream().map(record -> result(record, keep)).toList());
        }

        private Result result(R record, Predicate<R> keep) {
            try {
                return new Result(record.id(), keep.test(record) ? "accepted" : "duplicate", null);
            } catch (Fault refused) {
                String code = refused.fields().stream()
                        .findFirst()
                        .map(Fault.FieldFault::code)
                        .orElse(refused.code());
                return new Result(record.id(), "rejected", code);
            }
        }
    }

    /**
     * What became of one record.
     *
     * @param status accepted, duplicate or rejected: the phone may forget the first two, a person should see the third
     * @param code why it was rejected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(UUID id, String status, String code) {}

    /** In the order of the records. */
    public record Answer(List<Result> results) {}
}
