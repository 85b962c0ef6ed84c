-- Indexes, the full-text index and the views of the database that handvest writes.

CREATE INDEX mentions_by_type ON mentions (type, currency);
CREATE INDEX mentions_by_start ON mentions (document, start);
CREATE INDEX items_by_start ON items (document, start);
CREATE INDEX sections_by_theme ON sections (theme);
CREATE INDEX charters_by_city ON charters (city);

-- Words of the items, without regard to case and diacritics. The text itself stands in items.
CREATE VIRTUAL TABLE items_fts USING fts5 (
  text, content = 'items', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER items_added AFTER INSERT ON items BEGIN
  INSERT INTO items_fts (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER items_removed AFTER DELETE ON items BEGIN
  INSERT INTO items_fts (items_fts, rowid, text) VALUES ('delete', old.number, old.text);
END;
CREATE TRIGGER items_changed AFTER UPDATE ON items BEGIN
  INSERT INTO items_fts (items_fts, rowid, text) VALUES ('delete', old.number, old.text);
  INSERT INTO items_fts (rowid, text) VALUES (new.number, new.text);
END;

-- How much is pledged in each charter, by the side that pays. Budgets for the whole country
-- (scope 'national') are counted apart, because several charters name the same ones.
CREATE VIEW pledged_by_city AS
SELECT p.document, c.charter, c.city, p.side, p.scope, p.currency,
       count(*) AS pledges, sum(p.amount) AS amount
FROM pledges p LEFT JOIN charters c USING (document, charter)
GROUP BY p.document, c.charter, p.side, p.scope, p.currency;

-- Every target with its city and theme, from where to where by when.
CREATE VIEW targets_by_theme AS
SELECT t.document, c.city, s.theme, s.title AS section_title, t.indicator, t.unit, t.direction,
       t.place, t.baseline, t.baseline_date, t.value, t.upper, t.date, t.qualifier, t.line, t.page,
       t.target, t.section, t.block
FROM targets t
LEFT JOIN charters c USING (document, charter)
LEFT JOIN sections s USING (document, section);

-- Every mention with what stands around it, down to the text of its item.
CREATE VIEW mentions_in_context AS
SELECT m.document, d.name AS file, c.city, s.title AS section_title, s.theme, b.role, b.party,
       m.type, m.text, m.normalized, m.amount, m.upper, m.currency, m.unit, m.first_date,
       m.last_date, m.qualifier, i.text AS context, m.line, m."column", m.page, m.start, m."end",
       m.mention, m.section, m.block, m.rule
FROM mentions m
JOIN documents d USING (document)
LEFT JOIN charters c USING (document, charter)
LEFT JOIN sections s USING (document, section)
LEFT JOIN blocks b USING (document, block)
LEFT JOIN items i USING (document, item);
