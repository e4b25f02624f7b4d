-- A partner's offers as known at any moment, withdrawn and superseded versions included.
CREATE INDEX offer_versions ON offer (partner_id);
