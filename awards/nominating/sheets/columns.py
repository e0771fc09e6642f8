"""The columns of the spreadsheet, for who writes it and who reads it."""

KIND, NAME, YEAR, SEX = "Loại", "Họ tên hoặc tên tập thể", "Năm sinh hoặc thành lập", "Giới tính"
POSITION, UNIT, TITLE = "Chức vụ, công việc", "Đơn vị", "Danh hiệu, hình thức"
FROM, TO, ACHIEVEMENT, RECORD = "Từ năm", "Đến năm", "Tóm tắt thành tích", "Số hồ sơ"
COLUMNS = (KIND, NAME, YEAR, SEX, POSITION, UNIT, TITLE, FROM, TO, ACHIEVEMENT, RECORD)
NEEDED = (NAME, TITLE)
MOST = 500  # rows at once
LONGEST = 4000  # characters of a cell
