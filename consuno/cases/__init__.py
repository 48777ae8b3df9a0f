"""What people entrust: complaints, and later the work with each person."""
