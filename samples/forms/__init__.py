"""The letter forms: each module turns its specification into a flow and into its truth."""
