"""Files that come with reports: judged by their content before they are kept (goal S5). No Django."""
