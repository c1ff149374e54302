"""Who the patient is: age, sex and occupation, by a case summary."""
