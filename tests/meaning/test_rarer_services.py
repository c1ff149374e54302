"""Rarer names of services and drugs: the category that DWC's search would file each under."""

import pytest

from imr_parse.interpret.services.treatment import read_services

CATEGORIES: dict[tuple[str, str | None], tuple[str, ...]] = {
    ("Diagnostic Testing", "Imaging/Radiology"): (
        "Myocardial perfusion study", "Epidurogram", "HIDA scan", "MRCP", "Panorex", "Cardiac catheterization", "OCT retina",
    ),
    ("Diagnostic Testing", "Lab & Pathology"): (
        "Renal function panel", "Free T4", "HCV antibody", "Urea breath test", "Cobalt and chromium levels", "CYP450 panel", "Skin biopsy",
        "GC/MS confirmation", "Prostate specific antigen", "Arterial blood gas", "Ferritin", "QuantiFERON gold",
    ),
    ("Diagnostic Testing", "Other Diagnostic Tests"): (
        "Treadmill stress test", "CPAP titration", "Upper GI endoscopy", "Esophageal manometry", "Patch testing", "Tympanometry",
        "Visual field testing", "Impedance cardiography", "Cardiopulmonary exercise test", "Bronchoscopy",
    ),
    ("DMEPOS", "DME"): (
        "Wheelchair accessible van", "HEP kit", "Pulse oximeter", "Portable oxygen concentrator", "Sleep number bed", "Hand controls",
        "Walk-in shower", "Service dog", "Home gym equipment", "Insulin pump", "Roll-in shower", "Vacuum erection device",
    ),
    ("DMEPOS", "Electrical Stimulation"): ("Optune device", "PENS x 4 sessions", "Exogen bone stimulator", "Sequential stimulator"),
    ("DMEPOS", "Prosthetics/Orthotics"): ("Scleral contact lens", "Microprocessor knee", "Tinted lenses", "Pressure garment", "KAFO"),
    ("DMEPOS", "Supplies"): ("Pen needles", "Silicone sheets", "Hearing aid batteries", "CPAP supplies", "Foley catheter"),
    ("Evaluation & Management", None): ("Nurse case manager", "PR-2 report", "Review of medical records", "Job analysis"),
    ("Evaluation & Management", "Dental Services"): ("Deep cleaning", "Porcelain crown", "Sinus lift", "Mandibular orthotic"),
    ("Evaluation & Management", "Medical Specialties"): ("Remote therapeutic monitoring", "Impairment rating", "Oncology consultation"),
    ("Home Health", "Home Health"): ("Chore services", "Assistance with ADLs", "Lawn maintenance", "Private duty LVN"),
    ("Injection", "Injection"): (
        "Genicular nerve RFA, left knee", "Radiofrequency ablation, right hip", "BMAC injection, left knee", "Flu shot", "Hydrodissection",
        "Cryoneurolysis", "PENG block",
    ),
    ("Injection", "Facet Injection"): ("Radiofrequency ablation L3-4", "Third occipital nerve block"),
    ("Programs", "Programs"): (
        "Residential PTSD program", "Inpatient psychiatric hospitalization", "Medifast", "Digital therapeutic", "Driver training",
    ),
    ("Psych Services", "Therapies"): ("Couples therapy", "EMDR therapy", "Hypnotherapy", "Meditation", "Prolonged exposure therapy"),
    ("Rehabilitation", "Other Therapies"): ("Dry needling", "UVB phototherapy", "Pulmonary rehabilitation", "Cold laser", "DRX 9000"),
    ("Surgery", "Adjunct Surgical Services"): (
        "Intraoperative neuromonitoring", "23 hour observation", "RN first assistant", "General anesthesia", "Bone morphogenetic protein",
    ),
    ("Surgery", "Arthroscopic Surgery"): ("Remplissage", "MACI of the knee", "Femoroplasty"),
    ("Surgery", "Non-arthroscopic Surgery"): (
        "Trigger release, left thumb (A1 pulley)", "Sleeve gastrectomy", "Hypoglossal nerve stimulator implantation", "Tendon transfer",
        "Corneal transplant", "CO2 laser treatment", "Pacemaker", "Neurolysis of the sural nerve", "Rhinoplasty", "Hemiarthroplasty",
        "Manipulation under anesthesia, right shoulder", "Debridement of a wound",
    ),
    ("Surgery", "Spine"): ("Removal of hardware L5-S1", "Disc arthroplasty C6-7", "Intracept procedure", "SPRINT PNS", "Coccygectomy"),
    ("Transportation", "Transportation"): ("Transportation to and from therapy", "Hotel stay", "Sign language interpreter", "Lyft rides"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("treatment", "category", "subcategory"),
    [(one, *category) for category, names in CATEGORIES.items() for one in names],
)
def test_categories(treatment: str, category: str, subcategory: str | None) -> None:
    reading = read_services(treatment)
    (service,) = reading.services
    assert (service.category, service.subcategory) == (category, subcategory)
    assert reading.doubts == ()


DRUGS = [
    ("Dupixent", "dupilumab", None), ("Biktarvy", "bictegravir-emtricitabine-tenofovir", "Anti-infectives"),
    ("Paxlovid", "nirmatrelvir-ritonavir", "Anti-infectives"), ("Trelegy Ellipta", "fluticasone-umeclidinium-vilanterol", "Asthma Medications"),
    ("Tresiba", "insulin degludec", "Antidiabetics"), ("Ozempic", "semaglutide", "Antidiabetics"), ("Qulipta", "atogepant", "Antimigraine Agent"),
    ("Vyepti", "eptinezumab", "Antimigraine Agent"), ("Lumigan", "bimatoprost", None), ("Xiidra", "lifitegrast", None),
    ("Vigamox", "moxifloxacin", "Anti-infectives"), ("Auvelity", "dextromethorphan-bupropion", "Antidepressant"),
    ("Quviviq", "daridorexant", "Sedative-hypnotics"), ("Sunosi", "solriamfetol", "Stimulants"), ("Keratek", "methyl salicylate-menthol", "Topical Analgesics"),
    ("Orphenadrine/caffeine 50/20mg", "orphenadrine-caffeine", "Muscle Relaxant"), ("Exparel", "bupivacaine", None),
    ("IV ketamine infusion", "ketamine", None), ("EDTA chelation therapy", "edetate calcium disodium", None), ("Entresto", "sacubitril-valsartan", "Antihypertensive"),
    ("Promethazine with codeine", "promethazine-codeine", "Opioids"), ("Omperazole", "omeprazole", "Proton Pump Inhibitors"),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "drug_class"), DRUGS, ids=[row[0] for row in DRUGS])
def test_drugs(treatment: str, name: str, drug_class: str | None) -> None:
    reading = read_services(treatment)
    (service,) = reading.services
    assert (service.category, service.name, service.drug_class) == ("Pharmaceuticals", name, drug_class)
    assert reading.doubts == ()
