/*
 * party.h - who did what an event tells of, and whom it befell.
 *
 *     "Polisi menangkap Andi Wijaya"          -> agent police-officer, patient andi wijaya
 *     "Andi Wijaya ditangkap oleh polisi"     -> the same
 *     "Kim Jong Un dan Putin bertemu. Ia ..." -> agent kim jong un?: told of in the sentence before
 *
 * Which verbs are active and which passive is the lexicon's (data/{id,en}/clause.csv); an
 * English verb in the past is passive behind a form of be. Nouns tell of no parts.
 */
#ifndef SLS_EXTRACT_CLAIM_PARTY_H
#define SLS_EXTRACT_CLAIM_PARTY_H

#include "extract/claim/clause.h"

typedef struct {
    sls_str agent;   /* a person's name, an id of a body or country, a noun; ';' between; "" */
    sls_str patient; /* ... with '?' behind it when it stands for a pronoun */
} sls_parties;

/* Of the event at item `event`. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_parties_of(const sls_scene *scene, size_t event, sls_parties *out);

#endif
