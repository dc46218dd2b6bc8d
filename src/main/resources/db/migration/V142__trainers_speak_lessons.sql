-- A trainer speaks a lesson sentence by sentence; what is spoken is made into files that the county's people hear once it is published.
create table spoken_sentences (
    county text not null references counties,
    lesson text not null,
    language text not null check (language in ('zh', 'en')),
    -- Digest of its words: other words are another sentence.
    sentence text not null check (sentence ~ '^[0-9a-f]{16}$'),
    -- Of the bytes as the phone recorded them; what is kept is another file made of them.
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    key text not null,
    bytes bigint not null,
    duration_ms integer not null,
    spoken_by uuid not null,
    -- By the phone's clock, never later than when we had it: of two takes the later counts, whichever arrives last.
    spoken_at timestamptz not null,
    received_at timestamptz not null,
    primary key (county, lesson, language, sentence),
    foreign key (county, spoken_by) references people (county, id)
);
select protect_by_county('spoken_sentences');

create table narrations (
    county text not null references counties,
    lesson text not null,
    language text not null check (language in ('zh', 'en')),
    state text not null check (state in ('draft', 'making', 'published', 'failed')),
    -- How it is spoken, as people of the county call it; empty for the standard language.
    dialect text not null default '' check (length(dialect) <= 20),
    -- Who spoke most of it.
    speaker uuid not null,
    -- Who published it last, or took it back.
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (county, lesson, language),
    foreign key (county, speaker) references people (county, id),
    foreign key (county, changed_by) references people (county, id)
);
select protect_by_county('narrations');

-- What is heard, also while newer files are being made: one file for a lesson's text, and one for its quiz.
create table narration_sounds (
    county text not null references counties,
    lesson text not null,
    language text not null check (language in ('zh', 'en')),
    part text not null check (part in ('text', 'quiz')),
    -- Names the files, in the storage and at their address.
    name text not null check (name ~ '^[0-9a-f]{16}$'),
    opus_bytes bigint not null,
    aac_bytes bigint not null,
    duration_ms integer not null,
    -- In the order they are heard: sentence, colon, from, hyphen, until, in milliseconds; blanks between.
    spans text not null,
    primary key (county, lesson, language, part),
    foreign key (county, lesson, language) references narrations (county, lesson, language)
);
select protect_by_county('narration_sounds');
