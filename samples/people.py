"""Invented names, addresses and documents for the parties' copies and the letters of 2013."""

from __future__ import annotations

EMPLOYEES = (
    "Marisol Quintero",
    "Desmond Okafor",
    "Lena Vu-Hartmann",
    "Teodoro Banks",
    "Priya Raghunathan",
    "J. T. Ames",
)
PROVIDERS = (
    "Ann Delacroix, MD",
    "Samuel Oyelaran, DO",
    "Kim Ferrante, DC",
    "Hedy Lindqvist, M.D.",
    "Raul Ibarra, MD, PhD",
)
ADMINISTRATORS = (
    "Golden Valley Claims Service",
    "Pacific Ridge Mutual, Inc.",
    "Harbor & Mesa TPA",
    "County of Alder",
)
ATTORNEYS = ("Law Offices of Brandt & Solis", "Whitlock Ames LLP", "Noor Haddad, Esq.")
STREETS = (
    "12 Invention Way, Suite 200",
    "4411 Sample Street",
    "P.O. Box 990",
    "700 N. Fiction Blvd., Apt. 3B",
)
TOWNS = ("Fresno, CA 93700", "Oakland, CA 94600", "San Bernardino, CA 92400", "Chula Vista, CA 91900")
CLAIMS = ("WC-2013-{n}", "{n}-001", "0{n}", "GVC{n}A", "06 {n}")

# {day} and {later} are dates, {company} and {doctor} names
DOCUMENTS = (
    "Application for Independent Medical Review",
    "Application for IMR received {day}",
    "Utilization review determination by {company} dated {day}",
    "Utilization Review from {company} ({day})",
    "Medical records from {doctor} from {day} through {later}",
    ("Medical Records of {doctor} ({day} to {later}), including progress reports, operative report/pathology report and "
    "physical therapy notes for the left and the right side"),
    "MRI report, {day}",
    "Request for authorization dated {day}; employee medical records by {doctor}",
    "Medical Treatment Utilization Schedule (MTUS)",
    "Qualified medical evaluation and supplemental report (36 pages), {day}",
)  # fmt: skip

# what a decision of 2013 was based on
GUIDELINES = (
    "the MTUS Chronic Pain Medical Treatment Guidelines, page {n}, which is part of the MTUS",
    "the Chronic Pain Medical Treatment Guidelines (May, 2009), Opioids, pages {n}-{m}",
    (
        "the American College of Occupational and Environmental Medicine (ACOEM) Guidelines, 2nd Edition, (2004) Chapter "
        "12, pages 30{d}-309, which are part of the MTUS"
    ),
    "the Official Disability Guidelines (ODG), Low Back Chapter, which is not part of the MTUS",
    "the ACOEM Practice Guidelines, Knee Complaints, pg. 34{d}; and the Official Disability Guidelines, Knee & Leg",
    "the Neck and Upper Back Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 8) pg. 17{d}",
    "the Post-Surgical Treatment Guidelines",
)
NOT_APPLICABLE = "found no section of the MTUS applicable and relevant to the issue at dispute"
